package example.library;

import java.util.function.Consumer;

/** What the application implements for the library. */
public interface Listener extends Consumer<String> {
    /** Called with each message. */
    void onMessage(String message);

    @Override
    default void accept(String message) {
        onMessage(message);
    }
}
