package io.autobot.agent.instrumentation.awssdk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.autobot.agent.testkit.http.HttpPeer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

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
    private static final String STREAM = "application/vnd.amazon.eventstream";

    private final HttpPeer peer = HttpPeer.start(this::answer);
    private final Semaphore gate = new Semaphore(0);
    private volatile boolean throttled;
    private volatile byte[] lastSent = {};

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

    private void answer(String method, String path, byte[] body, OutputStream out)
            throws IOException, InterruptedException {
        String[] segments = path.split("/");
        String last = segments[segments.length - 1];
        boolean bedrock = path.contains("/model/");
        String model = bedrock ? segments[segments.length - 2] : last;
        switch (model) {
            case "silent" -> {
                new Semaphore(0).tryAcquire(60, TimeUnit.SECONDS);
            }
            case "throttled" -> {
                throttled = !throttled;
                if (throttled) {
                    chunked(out, "429 Slow Down", "x-amzn-errortype: ThrottlingException", List.of(slowDown()), false);
                } else {
                    whole(out, reply(last, body));
                }
            }
            default -> {
                if (last.endsWith("stream")) {
                    stream(model, last, out);
                } else if (model.equals("chunked")) {
                    chunked(out, "200 OK", "content-type: application/json", List.of(reply(last, body)), false);
                } else if (model.equals("broken")) {
                    head(out, "200 OK", "content-type: application/json\r\ncontent-length: 1000");
                    out.write("{\"half\":".getBytes(US_ASCII));
                    throw new EOFException("as asked");
                } else if (method.equals("HEAD")) {
                    head(out, "200 OK", "content-length: 1000");
                } else {
                    whole(out, reply(last, body));
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

    private void stream(String model, String operation, OutputStream out) throws IOException, InterruptedException {
        byte[][] frames = operation.equals("converse-stream")
                ? new byte[][] {
                    EventFrames.event("messageStart", "{\"role\":\"assistant\"}"),
                    EventFrames.event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"hello\"}}"),
                    EventFrames.event("messageStop", "{\"stopReason\":\"end_turn\"}")
                }
                : new byte[][] {chunk("one"), chunk("two"), chunk("three")};
        switch (model) {
            case "broken" -> {
                head(out, "200 OK", "content-type: " + STREAM + "\r\ntransfer-encoding: chunked");
                chunk(out, frames[0]);
                throw new EOFException("as asked");
            }
            case "failing" ->
                chunked(
                        out,
                        "200 OK",
                        "content-type: " + STREAM,
                        List.of(frames[0], EventFrames.exception("throttlingException", "{\"message\":\"slow down\"}")),
                        false);
            default -> chunked(out, "200 OK", "content-type: " + STREAM, List.of(frames), model.equals("held"));
        }
    }

    private static byte[] chunk(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return EventFrames.event("chunk", "{\"bytes\":\"" + base64 + "\"}");
    }

    private void whole(OutputStream out, byte[] body) throws IOException {
        lastSent = body;
        head(out, "200 OK", "content-type: application/json\r\ncontent-length: " + body.length);
        out.write(body);
        out.flush();
    }

    private void chunked(OutputStream out, String status, String header, List<byte[]> parts, boolean gated)
            throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        lastSent = all.toByteArray();
        head(out, status, header + "\r\ntransfer-encoding: chunked");
        for (byte[] part : parts) {
            pass(gated);
            chunk(out, part);
        }
        pass(gated);
        chunk(out, new byte[0]);
    }

    private void pass(boolean gated) throws InterruptedException {
        if (gated) {
            gate.acquire();
        }
    }

    private static void chunk(OutputStream out, byte[] part) throws IOException {
        out.write((Integer.toHexString(part.length) + "\r\n").getBytes(US_ASCII));
        out.write(part);
        out.write("\r\n".getBytes(US_ASCII));
        out.flush();
    }

    private static void head(OutputStream out, String status, String headers) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nx-request-id: r1\r\n" + headers + "\r\n\r\n").getBytes(US_ASCII));
        out.flush();
    }
}
