package io.autobot.agent.testkit.http.cases;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

/** A library's client as {@link HttpTransportContract} uses it. Follows redirects, those of a POST too. */
public interface HttpCaller extends AutoCloseable {
    /** A whole reply. */
    record Reply(int status, byte[] body) {}

    /**
     * Sends a request and reads the reply to its end.
     *
     * @param body sent as JSON by POST, {@code null} for a GET
     * @param patience how long to wait for the reply's bytes, {@code null} for the library's own
     */
    Reply send(URI uri, byte[] body, Duration patience) throws Exception;

    /** Sends a POST; the stream gives the reply's bytes as they come, and gives up what is not read when closed. */
    InputStream open(URI uri, byte[] body) throws Exception;

    /** Begins to send a POST; what is returned gives it up. */
    Runnable start(URI uri, byte[] body) throws Exception;

    /** Whether the application gets a reply of this content encoding decoded. */
    boolean decodes(String encoding);

    @Override
    default void close() throws Exception {}
}
