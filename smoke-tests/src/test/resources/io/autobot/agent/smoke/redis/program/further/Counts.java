package program;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a program knows about the commands it gave, by what each call returned. */
public final class Counts {
    private final TreeMap<String, Long> entries = new TreeMap<>();

    /** A look-up by what it found. */
    public <T> T found(String operation, T value) {
        add("op 0 " + operation + (value == null ? " miss" : " hit"), 1);
        return value;
    }

    public void succeeded(String operation) {
        add("op 0 " + operation + " success", 1);
    }

    public void failed(String operation) {
        add("op 0 " + operation + " error", 1);
    }

    public void add(String entry, long count) {
        entries.merge(entry, count, Long::sum);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        entries.forEach((entry, count) -> lines.add(entry + " " + count));
        return lines;
    }
}
