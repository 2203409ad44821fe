package io.autobot.agent.json;

/**
 * Told of the values that {@link JsonPaths} wants, in the order of the document. Called by the thread that feeds the
 * scanner; the arrays are the scanner's and only good during the call.
 */
public interface JsonListener {
    /** A number as it is written. */
    default void number(int leaf, byte[] ascii, int length) {}

    /**
     * A string without its escapes.
     *
     * @param length of what is kept: a longer string is cut
     */
    default void text(int leaf, byte[] utf8, int length) {}

    /** The next bytes of a string that is wanted whole; {@link #text} follows with the last ones. */
    default void part(int leaf, byte[] utf8, int length) {}

    /** {@code true} or {@code false}. */
    default void truth(int leaf, boolean value) {}

    /** {@code null}. */
    default void nothing(int leaf) {}

    /** An object or array begins here; what is wanted inside follows. */
    default void container(int leaf) {}

    /** A document is complete. One that breaks off is never complete. */
    default void documentEnd() {}
}
