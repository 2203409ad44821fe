package io.autobot.agent.testkit.http;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

/**
 * A library's client as {@link HttpTransportContract} uses it. Implemented beside the library, in whatever class loader
 * that has; only types of the JDK and of this package are exchanged.
 */
public interface HttpCaller extends AutoCloseable {
    /**
     * A whole reply.
     *
     * @param body empty if there was none; libraries that say {@code null} then may hand that in
     */
    record Reply(int status, byte[] body) {
        public Reply {
            body = body == null ? new byte[0] : body;
        }
    }

    /**
     * Sends a request and reads the reply to its end.
     *
     * @param body sent as JSON by POST, {@code null} for a GET
     * @param patience how long to wait for the reply's bytes, {@code null} for the library's own
     */
    Reply send(URI uri, byte[] body, Duration patience) throws Exception;

    /**
     * As {@link #send}, where the library decodes gzip if, and only if, it is asked to.
     *
     * @return {@code null}, and nothing is sent, if there is no such choice
     */
    default Reply sendDecoding(URI uri, byte[] body) throws Exception {
        return null;
    }

    /** Sends a POST; the stream gives the reply's bytes as they come, and gives up what is not read when closed. */
    InputStream open(URI uri, byte[] body) throws Exception;

    /**
     * Begins to send a POST; what is returned gives it up.
     *
     * @return {@code null}, and nothing is sent, if the library has no way to do so
     */
    Runnable start(URI uri, byte[] body) throws Exception;

    /** Whether {@link #send} gives a reply of this content encoding decoded. */
    boolean decodes(String encoding);

    /** Whether the library fails a reply of this content encoding instead of handing it on as it came. */
    default boolean refuses(String encoding) {
        return false;
    }

    /** Whether the library goes where it is redirected, or hands that reply on. */
    default boolean followsRedirects() {
        return true;
    }

    /** Whether the library ends a call whose reply does not come as soon as {@link #send}'s caller has no more patience. */
    default boolean timesOut() {
        return true;
    }

    /** What the failure of a call is called that nobody listens to, somewhere in its stack trace. */
    default String refusal() {
        return "ConnectException";
    }

    /** Whether the library sends a POST once more to where it is redirected by 307. */
    default boolean repeatsPosts() {
        return true;
    }

    @Override
    default void close() throws Exception {}
}
