package io.autobot.agent.testkit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.autobot.agent.testkit.http.PeerHandler.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;

/**
 * A plain server for tests of transports that does what its path says, to the byte. The path before the first
 * {@code /} of these does not matter:
 *
 * <ul>
 *   <li>{@code /echo}: the request's body, as JSON
 *   <li>{@code /gated?parts=n}: so many times {@link #PART}, each and the end held back until {@link #openGate}
 *   <li>{@code /reset?parts=n}: the same, but reset in place of the end
 *   <li>{@code /redirect?status=307&to=/path}
 *   <li>{@code /encoded?encoding=gzip}: the request's body encoded; gzip and deflate are real, others are some bytes
 *   <li>{@code /status?code=500}: that status with the request's body
 *   <li>{@code /silent}: no reply, ever
 *   <li>{@code /broken}: a head that promises more than comes, then a reset
 *   <li>{@code /empty}: 204
 * </ul>
 */
public final class HttpPeer implements AutoCloseable {
    /** One piece of a gated reply. */
    public static final String PART = "data: 0123456789\n\n";

    private static final Map<String, String> KNOWN = Map.of("x-request-id", "r1");

    private final PeerServer server;
    private final PeerHandler others;
    private final Semaphore silent = new Semaphore(0);
    private volatile Semaphore gate = new Semaphore(0);
    private volatile byte[] lastSent = {};

    /** What listens, for a handler. */
    private interface Listening {
        PeerServer at(PeerHandler handler);
    }

    private HttpPeer(Listening listening, PeerHandler others) {
        this.others = others;
        server = listening.at(this::answer);
    }

    /** A peer of HTTP/1.1 on a free port of the loopback interface. */
    public static HttpPeer start() {
        return start((PeerHandler) null);
    }

    /** A peer that has its answers to other paths, which otherwise are echoed. */
    public static HttpPeer start(PeerHandler others) {
        return new HttpPeer(answering -> new Http1Server(ServerSocketFactory.getDefault(), answering), others);
    }

    /** A peer with sockets of this kind, encrypted ones for instance. */
    public static HttpPeer start(ServerSocketFactory sockets) {
        return new HttpPeer(answering -> new Http1Server(sockets, answering), null);
    }

    /** A peer of HTTP/2 in clear text. */
    public static HttpPeer startHttp2() {
        return startHttp2(null);
    }

    /** A peer of HTTP/2 in clear text that has its answers to other paths, which otherwise are echoed. */
    public static HttpPeer startHttp2(PeerHandler others) {
        return new HttpPeer(Http2Server::start, others);
    }

    /** An address at which nobody listens. */
    public static URI closedPort(String path) {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return URI.create("http://localhost:" + closed.getLocalPort() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.port();
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    /** What waits at the gate waits for ever, and takes nothing from what comes. */
    public void newGate() {
        gate = new Semaphore(0);
    }

    /** Lets one piece of a gated reply go. */
    public void openGate() {
        gate.release();
    }

    /** Returns once a silent request has arrived. */
    public void awaitSilent() throws InterruptedException {
        if (!silent.tryAcquire(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no request for silence");
        }
    }

    /** The body last sent, as it went over the wire but for chunks. */
    public byte[] lastSent() {
        return lastSent.clone();
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(Request request, HttpWire wire) throws IOException, InterruptedException {
        switch (request.word()) {
            case "gated" -> {
                parts(request, wire);
                wire.end();
            }
            case "reset" -> {
                parts(request, wire);
                wire.reset();
            }
            case "redirect" ->
                send(
                        wire,
                        Integer.parseInt(request.parameter("status")),
                        Map.of("location", request.parameter("to")),
                        new byte[0]);
            case "encoded" -> {
                String encoding = request.parameter("encoding");
                send(wire, 200, Map.of("content-encoding", encoding), encoded(encoding, request.body()));
            }
            case "status" -> send(wire, Integer.parseInt(request.parameter("code")), KNOWN, request.body());
            case "silent" -> {
                silent.release();
                wire.awaitGone();
            }
            case "broken" -> {
                wire.head(200, Map.of(), 1000);
                wire.piece("{\"half\":".getBytes(US_ASCII));
                wire.reset();
            }
            case "empty" -> {
                wire.head(204, KNOWN, 0);
                wire.end();
            }
            default -> {
                if (others == null || request.word().equals("echo")) {
                    send(wire, 200, KNOWN, request.body());
                } else {
                    others.handle(request, wire);
                }
            }
        }
    }

    /** All of them, and what comes after them, wait at the gate. */
    private void parts(Request request, HttpWire wire) throws IOException, InterruptedException {
        Semaphore own = gate;
        wire.head(200, Map.of("content-type", "text/event-stream"), -1);
        int parts = Integer.parseInt(request.parameter("parts"));
        for (int part = 0; part < parts; part++) {
            own.acquire();
            wire.piece(PART.getBytes(US_ASCII));
        }
        own.acquire();
    }

    private static byte[] encoded(String encoding, byte[] body) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream packer = switch (encoding) {
            case "gzip" -> new GZIPOutputStream(encoded);
            case "deflate" -> new DeflaterOutputStream(encoded);
            default -> encoded;
        }) {
            packer.write(body);
        }
        return encoded.toByteArray();
    }

    private void send(HttpWire wire, int status, Map<String, String> headers, byte[] body) throws IOException {
        lastSent = body;
        Map<String, String> all = new TreeMap<>(headers);
        all.put("content-type", "application/json");
        wire.head(status, all, body.length);
        wire.piece(body);
        wire.end();
    }
}
