package io.autobot.agent.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;

/**
 * A plain HTTP/1.1 server for tests of transports that does what its path says, to the byte. The path before the first
 * {@code /} of these does not matter:
 *
 * <ul>
 *   <li>{@code /echo}: the request's body, as JSON
 *   <li>{@code /gated?parts=n}: so many times {@link #PART}, each chunk and the end held back until {@link #openGate}
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

    private final ServerSocket server;
    private final Answer others;
    private final Semaphore gate = new Semaphore(0);
    private final Semaphore silent = new Semaphore(0);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile byte[] lastSent = {};

    /** What a peer says to paths it has no word for. */
    @FunctionalInterface
    public interface Answer {
        /**
         * Writes head and body; what it throws ends the connection.
         *
         * @param path without query
         */
        void to(String method, String path, byte[] body, OutputStream out) throws IOException, InterruptedException;
    }

    private HttpPeer(ServerSocket server, Answer others) {
        this.server = server;
        this.others = others;
    }

    /** A peer on a free port of the loopback interface. */
    public static HttpPeer start() {
        return start(ServerSocketFactory.getDefault(), null);
    }

    /** A peer that has its answers to other paths, which otherwise are echoed. */
    public static HttpPeer start(Answer others) {
        return start(ServerSocketFactory.getDefault(), others);
    }

    /** A peer with sockets of this kind, encrypted ones for instance. */
    public static HttpPeer start(ServerSocketFactory sockets) {
        return start(sockets, null);
    }

    private static HttpPeer start(ServerSocketFactory sockets, Answer others) {
        try {
            HttpPeer peer = new HttpPeer(sockets.createServerSocket(0, 50, InetAddress.getByName("localhost")), others);
            daemon(peer::accept);
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return server.getLocalPort();
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
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
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable body) {
        Thread thread = new Thread(body, "http-peer");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            for (Request request = read(in, socket); request != null; request = read(in, socket)) {
                answer(request, socket);
            }
        } catch (IOException | InterruptedException clientGone) {
            // The test sees it at its own end.
        } finally {
            open.remove(socket);
        }
    }

    private record Request(String method, String path, String query, byte[] body) {
        String parameter(String name) {
            for (String pair : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    // Some clients escape what need not be.
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return "";
        }
    }

    private static Request read(InputStream in, Socket socket) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            if (lower.startsWith("expect:")) {
                socket.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        byte[] body = chunked ? chunks(in) : in.readNBytes(length);
        String target = line.split(" ")[1];
        if (target.startsWith("http")) {
            target = URI.create(target).getRawPath() + "?" + URI.create(target).getRawQuery();
        }
        int question = target.indexOf('?');
        return new Request(
                line.split(" ")[0],
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(in).split(";")[0], 16);
        while (size > 0) {
            body.write(in.readNBytes(size));
            line(in);
            size = Integer.parseInt(line(in).split(";")[0], 16);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private void answer(Request request, Socket socket) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        String what = request.path().substring(request.path().lastIndexOf('/') + 1);
        switch (what) {
            case "gated" -> gated(request, out);
            case "redirect" ->
                send(
                        out,
                        request.parameter("status") + " Elsewhere",
                        "location: " + request.parameter("to"),
                        new byte[0]);
            case "encoded" -> {
                String encoding = request.parameter("encoding");
                send(out, "200 OK", "content-encoding: " + encoding, encoded(encoding, request.body()));
            }
            case "status" -> send(out, request.parameter("code") + " Said", "x-request-id: r1", request.body());
            case "silent" -> {
                silent.release();
                socket.getInputStream().read();
            }
            case "broken" -> {
                head(out, "200 OK", "content-length: 1000");
                out.write("{\"half\":".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case "empty" -> head(out, "204 No Content", "x-request-id: r1");
            default -> {
                if (others == null || what.equals("echo")) {
                    send(out, "200 OK", "x-request-id: r1", request.body());
                } else {
                    others.to(request.method(), request.path(), request.body(), out);
                }
            }
        }
    }

    private void gated(Request request, OutputStream out) throws IOException, InterruptedException {
        head(out, "200 OK", "content-type: text/event-stream\r\ntransfer-encoding: chunked");
        int parts = Integer.parseInt(request.parameter("parts"));
        for (int part = 0; part < parts; part++) {
            gate.acquire();
            out.write(
                    (Integer.toHexString(PART.length()) + "\r\n" + PART + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        gate.acquire();
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
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

    private void send(OutputStream out, String status, String header, byte[] body) throws IOException {
        lastSent = body;
        head(out, status, header + "\r\ncontent-type: application/json\r\ncontent-length: " + body.length);
        out.write(body);
        out.flush();
    }

    private static void head(OutputStream out, String status, String headers) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
