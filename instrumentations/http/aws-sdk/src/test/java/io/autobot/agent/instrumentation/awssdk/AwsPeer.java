package io.autobot.agent.instrumentation.awssdk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.HttpWire;
import io.autobot.agent.testkit.http.PeerHandler;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/**
 * Bedrock's runtime, and a little of S3, as far as the tests need them. The model, or the object's key, says what it
 * does:
 *
 * <ul>
 *   <li>{@code reply}: what was asked, by length; {@code chunked}: the same in chunks
 *   <li>{@code throttled}: 429 in chunks the first time
 *   <li>{@code silent}: nothing
 *   <li>{@code broken}: a head, half a body, and the end of the connection
 *   <li>{@code held}: each frame, and the end, once {@link #openGate} lets it
 *   <li>{@code failing}: an exception in the stream
 * </ul>
 */
final class AwsPeer implements AutoCloseable {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");
    private static final Map<String, String> STREAM = Map.of("content-type", "application/vnd.amazon.eventstream");

    private final HttpPeer peer;
    private final Semaphore gate = new Semaphore(0);
    private volatile boolean throttled;
    private volatile byte[] lastSent = {};

    /** In HTTP/1.1. */
    AwsPeer() {
        peer = HttpPeer.start(this::answer);
    }

    /** In what the client speaks. */
    AwsPeer(AwsReleases.Client client) {
        peer = client.isHttp2() ? HttpPeer.startHttp2(this::answer) : HttpPeer.start(this::answer);
    }

    int port() {
        return peer.port();
    }

    URI uri(String path) {
        return peer.uri(path);
    }

    /** The last reply's body, encoded as it went, without chunks. */
    byte[] lastSent() {
        return lastSent.clone();
    }

    void openGate() {
        gate.release();
    }

    @Override
    public void close() {
        peer.close();
    }

    private void answer(PeerHandler.Request request, HttpWire wire) throws IOException, InterruptedException {
        String[] segments = request.path().split("/");
        String last = segments[segments.length - 1];
        byte[] body = request.body();
        boolean bedrock = request.path().contains("/model/");
        String model = bedrock ? segments[segments.length - 2] : last;
        switch (model) {
            case "silent" -> {
                wire.awaitGone();
            }
            case "throttled" -> {
                throttled = !throttled;
                if (throttled) {
                    chunked(wire, 429, Map.of("x-amzn-errortype", "ThrottlingException"), List.of(slowDown()), false);
                } else {
                    whole(wire, reply(last, body));
                }
            }
            default -> {
                if (last.endsWith("stream")) {
                    stream(model, last, wire);
                } else if (model.equals("chunked")) {
                    chunked(wire, 200, JSON, List.of(reply(last, body)), false);
                } else if (model.equals("broken")) {
                    head(wire, 200, JSON, 1000);
                    wire.piece("{\"half\":".getBytes(US_ASCII));
                    throw new EOFException("as asked");
                } else if (request.method().equals("HEAD")) {
                    head(wire, 200, Map.of(), 1000);
                    wire.end();
                } else {
                    whole(wire, reply(last, body));
                }
            }
        }
    }

    private static byte[] slowDown() {
        return "{\"message\":\"slow down\"}".getBytes(US_ASCII);
    }

    private static byte[] reply(String operation, byte[] asked) {
        return operation.equals("converse")
                ? ("{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":\"hello\"}]}},"
                                + "\"stopReason\":\"end_turn\",\"metrics\":{\"latencyMs\":1},"
                                + "\"usage\":{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3}}")
                        .getBytes(US_ASCII)
                : asked;
    }

    private void stream(String model, String operation, HttpWire wire) throws IOException, InterruptedException {
        byte[][] frames = operation.equals("converse-stream")
                ? new byte[][] {
                    EventFrames.event("messageStart", "{\"role\":\"assistant\"}"),
                    EventFrames.event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"hello\"}}"),
                    EventFrames.event("messageStop", "{\"stopReason\":\"end_turn\"}")
                }
                : new byte[][] {chunk("one"), chunk("two"), chunk("three")};
        switch (model) {
            case "broken" -> {
                head(wire, 200, STREAM, -1);
                wire.piece(frames[0]);
                throw new EOFException("as asked");
            }
            case "failing" ->
                chunked(
                        wire,
                        200,
                        STREAM,
                        List.of(frames[0], EventFrames.exception("throttlingException", "{\"message\":\"slow down\"}")),
                        false);
            default -> chunked(wire, 200, STREAM, List.of(frames), model.equals("held"));
        }
    }

    private static byte[] chunk(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return EventFrames.event("chunk", "{\"bytes\":\"" + base64 + "\"}");
    }

    private void whole(HttpWire wire, byte[] body) throws IOException {
        lastSent = body;
        head(wire, 200, JSON, body.length);
        wire.piece(body);
        wire.end();
    }

    private void chunked(HttpWire wire, int status, Map<String, String> headers, List<byte[]> parts, boolean gated)
            throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        lastSent = all.toByteArray();
        head(wire, status, headers, -1);
        for (byte[] part : parts) {
            pass(gated);
            wire.piece(part);
        }
        pass(gated);
        wire.end();
    }

    private void pass(boolean gated) throws InterruptedException {
        if (gated) {
            gate.acquire();
        }
    }

    private static void head(HttpWire wire, int status, Map<String, String> headers, long length) throws IOException {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("x-request-id", "r1");
        wire.head(status, all, length);
    }
}
