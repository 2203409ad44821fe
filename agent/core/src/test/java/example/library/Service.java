package example.library;

import java.util.function.UnaryOperator;

/** A class of an instrumented library, as far as the tests are concerned. */
public class Service implements UnaryOperator<String> {
    private final String mark;

    public Service() {
        this.mark = "!";
    }

    @Override
    public String apply(String text) {
        return overload(text, 1);
    }

    /** What older versions had, delegating to the newer one. */
    public String overload(String text, int times) {
        return overload(text, (long) times);
    }

    public String overload(String text, long times) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return text + mark;
    }
}
