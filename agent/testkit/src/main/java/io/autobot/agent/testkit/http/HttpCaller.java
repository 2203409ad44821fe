package io.autobot.agent.testkit.http;

import java.net.URI;

/**
 * One HTTP client library as {@link HttpTransportContract} uses it. Implemented beside the library, in whatever class
 * loader that has; only types of the JDK and of this package are exchanged. Redirects are followed, bodies are JSON.
 */
public interface HttpCaller extends AutoCloseable {
    /** A reply as the application got it. */
    record Reply(int status, byte[] body) {}

    /** A reply whose body the application takes piece by piece. */
    interface Pieces {
        /** Waits for the next bytes; empty at the end of the body. */
        byte[] next() throws Exception;

        /** The application does not want the rest. */
        void giveUp() throws Exception;
    }

    /**
     * Waits for the whole reply. Bodies are not decoded.
     *
     * @param body {@code null} for a GET, else what is posted
     */
    Reply call(URI uri, byte[] body) throws Exception;

    /** As {@link #call} with a client that asks for gzip and decodes it. */
    Reply callDecoding(URI uri, byte[] body) throws Exception;

    /** As {@link #call} with a client that does not wait for bytes of a reply longer than this. */
    Reply callWithin(long millis, URI uri, byte[] body) throws Exception;

    /** Posts and waits for the head alone. */
    Pieces stream(URI uri, byte[] body) throws Exception;

    /**
     * Posts without waiting for anything.
     *
     * @return gives the call up
     */
    AutoCloseable begin(URI uri, byte[] body) throws Exception;

    /** Whether it sends a body again where a redirect says so (307); others follow redirects of a GET alone. */
    default boolean resendsBodies() {
        return true;
    }

    @Override
    void close() throws Exception;
}
