package io.autobot.agent.testkit.http;

import io.autobot.agent.http.ByteSink;
import io.autobot.agent.http.HttpConversation;
import io.autobot.agent.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a transport told of one exchange. Filled by the library's threads; read it once {@link #awaitEnd} returned. */
public final class RecordedExchange implements HttpConversation {
    private final String method;
    private final String host;
    private final int port;
    private final String path;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Body request;
    private volatile Body response;
    private volatile int requests;
    private volatile int heads;
    private volatile int status;
    private volatile HttpHeaders headers = HttpHeaders.NONE;
    private volatile String contentType;
    private volatile boolean opaque;
    private volatile Ending ending;
    private volatile Throwable failure;
    private volatile int endings;

    RecordedExchange(String method, String host, int port, String path) {
        this.method = method;
        this.host = host;
        this.port = port;
        this.path = path;
    }

    private static final class Body implements ByteSink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private volatile int parts;
        private volatile boolean ended;

        @Override
        public synchronized void bytes(byte[] part, int from, int to) {
            bytes.write(part, from, to - from);
            parts++;
        }

        @Override
        public void end() {
            ended = true;
        }

        synchronized byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }

    @Override
    public ByteSink requestBody(String type) {
        contentType = type;
        requests++;
        request = new Body();
        return request;
    }

    @Override
    public ByteSink responseHead(int code, HttpHeaders known) {
        status = code;
        // Read at once: they may be good now only.
        Map<String, String> kept = new java.util.TreeMap<>();
        for (String name : RecordingProtocol.HEADERS) {
            String value = known.first(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        headers = kept::get;
        heads++;
        response = new Body();
        return response;
    }

    @Override
    public void opaqueBody() {
        opaque = true;
    }

    @Override
    public void ended(Ending how, Throwable why) {
        ending = how;
        failure = why;
        endings++;
        over.countDown();
    }

    /** Waits for the end; the one assertion that every test of a transport makes. */
    public RecordedExchange awaitEnd() {
        try {
            if (!over.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the exchange " + this + " has not ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + this + " was under way", e);
        }
        return this;
    }

    /** Whether it has ended. */
    public boolean isOver() {
        return endings > 0;
    }

    public String method() {
        return method;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String path() {
        return path;
    }

    /** How often the request's body was begun. */
    public int requests() {
        return requests;
    }

    /** How often a head was seen; 1 for an exchange that got a reply. */
    public int heads() {
        return heads;
    }

    /** The content type of the request as the transport knew it when the body began. */
    public String requestContentType() {
        return contentType;
    }

    /** The last request body's bytes, empty if there was none. */
    public byte[] requestBytes() {
        return request == null ? new byte[0] : request.toByteArray();
    }

    /** The status of the reply, 0 without one. */
    public int status() {
        return status;
    }

    /** One of {@link RecordingProtocol#HEADERS}, {@code null} if it was not there. */
    public String header(String name) {
        return headers.first(name);
    }

    /** The reply's bytes, decoded, empty if there were none. */
    public byte[] responseBytes() {
        return response == null ? new byte[0] : response.toByteArray();
    }

    /** In how many pieces the reply's bytes came. */
    public int responseParts() {
        return response == null ? 0 : response.parts;
    }

    /** Whether the reply's body was said to be complete. */
    public boolean isResponseWhole() {
        return response != null && response.ended;
    }

    /** Whether the encoding could not be seen through. */
    public boolean isOpaque() {
        return opaque;
    }

    public Ending ending() {
        return ending;
    }

    public Throwable failure() {
        return failure;
    }

    @Override
    public String toString() {
        return method + " " + host + ":" + port + path;
    }
}
