package io.autobot.agent.http;

/** The headers of one message, read off the library's own object while it is good. */
@FunctionalInterface
public interface HttpHeaders {
    /** No headers. */
    HttpHeaders NONE = name -> null;

    /**
     * The first value of a header.
     *
     * @param name in lower case; the library compares without regard to case
     * @return {@code null} if there is none
     */
    String first(String name);
}
