package io.autobot.agent.testkit.http;

import java.io.IOException;
import java.util.Map;

/** How a peer's answer goes out. For the thread of its request. */
public interface HttpWire {
    /**
     * The head, sent at once.
     *
     * @param headers without the length
     * @param length of the body, less than 0 if it is not told
     */
    void head(int status, Map<String, String> headers, long length) throws IOException;

    /** A piece of the body, sent at once. */
    void piece(byte[] bytes) throws IOException;

    /** The body is whole. */
    void end() throws IOException;

    /** Breaks off what has begun: in HTTP/1.1 the connection is reset, in HTTP/2 the stream. */
    void reset() throws IOException;

    /** Returns when the client does not wait any more. */
    void awaitGone() throws IOException, InterruptedException;
}
