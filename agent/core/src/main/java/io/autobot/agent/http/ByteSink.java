package io.autobot.agent.http;

/** Reads bytes as they go by. One thread at a time; the array is the caller's and only good during the call. */
public interface ByteSink {
    /** The next bytes, from an index up to but without another. */
    void bytes(byte[] bytes, int from, int to);

    /** There are no more. Not called for a body that breaks off. */
    default void end() {}
}
