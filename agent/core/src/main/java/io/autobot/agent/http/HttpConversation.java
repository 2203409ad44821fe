package io.autobot.agent.http;

/**
 * One claimed exchange as its protocol sees it. Request and response may be on different threads; each is on one at a
 * time. What is thrown here is caught, counted and said once by {@link HttpExchange}, and silences the conversation.
 */
public interface HttpConversation {
    /** How an exchange ended. */
    enum Ending {
        /** The last byte of the reply is read. */
        COMPLETE,
        /** The application did not want the rest. */
        CANCELLED,
        /** It broke off, or never got a reply. */
        FAILED
    }

    /**
     * The request's body begins; again when the transport sends it once more, for a redirect or after a lost
     * connection.
     *
     * @param contentType the header as the application set it, {@code null} if it is not known
     * @return what reads it, {@code null} if nobody needs to
     */
    ByteSink requestBody(String contentType);

    /**
     * The reply's head is there.
     *
     * @return what reads the body, free of its content encoding; {@code null} if nobody needs to
     */
    ByteSink responseHead(int status, HttpHeaders headers);

    /** The body has a content encoding that cannot be seen through; what {@link #responseHead} returned reads nothing. */
    default void opaqueBody() {}

    /**
     * It is over. Exactly once.
     *
     * @param failure why, {@code null} unless it failed
     */
    void ended(Ending ending, Throwable failure);
}
