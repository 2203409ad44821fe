package io.autobot.agent.benchmarks.program.llm;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A provider that costs as little as it can: replies lie ready, each connection has a thread. Says its port and serves
 * until its stdin ends. The path's first step says what it does:
 *
 * <ul>
 *   <li>{@code plain}: one document
 *   <li>{@code stream}: megabytes of events, each in an HTTP chunk, as fast as they go
 *   <li>{@code paced}: {@link #PACED_EVENTS} events, one every {@link #PACE_NANOS}, each with the time it was sent
 *   <li>{@code time}: its {@link System#nanoTime}
 * </ul>
 */
public final class LlmServer {
    static final int PACED_EVENTS = 40;
    static final long PACE_NANOS = 5_000_000;

    private static final byte[] LINE_END = {'\r', '\n'};

    /** As OpenAI sends it, which is what an agent has to look through. */
    private static final String HEAD = "HTTP/1.1 200 OK\r\nDate: Sun, 15 Jun 2025 15:06:40 GMT\r\n"
            + "Connection: keep-alive\r\naccess-control-expose-headers: X-Request-ID\r\n"
            + "openai-organization: an-organization\r\nopenai-processing-ms: 512\r\n"
            + "openai-version: 2020-10-01\r\nx-ratelimit-limit-requests: 10000\r\n"
            + "x-ratelimit-limit-tokens: 2000000\r\nx-ratelimit-remaining-requests: 9999\r\n"
            + "x-ratelimit-remaining-tokens: 1999880\r\nx-ratelimit-reset-requests: 6ms\r\n"
            + "x-ratelimit-reset-tokens: 3ms\r\nx-request-id: req_2f5b2a3d9c8e4b7f8a1d6c5e4f3a2b1c\r\n"
            + "strict-transport-security: max-age=31536000; includeSubDomains; preload\r\n"
            + "x-content-type-options: nosniff\r\nServer: cloudflare\r\nCF-RAY: 950200000fffffff-FRA\r\n"
            + "alt-svc: h3=\":443\"; ma=86400\r\n";

    private static final Map<WireFormat, byte[]> STREAMS = new EnumMap<>(WireFormat.class);

    private LlmServer() {}

    public static void main(String[] arguments) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            for (WireFormat format : WireFormat.values()) {
                STREAMS.put(format, stream(format));
            }
            System.out.println("port " + server.getLocalPort());
            Thread acceptor = new Thread(() -> accept(server), "acceptor");
            acceptor.setDaemon(true);
            acceptor.start();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void accept(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket), "connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException over) {
            // The server is closed.
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                String path = request(in);
                if (path == null) {
                    return;
                }
                answer(path, socket.getOutputStream());
            }
        } catch (IOException gone) {
            // Clients end when they are done.
        }
    }

    /** Whether the answer is one document. */
    static boolean isPlain(String path) {
        return path.startsWith("/plain");
    }

    private static void answer(String path, OutputStream out) throws IOException {
        WireFormat format = WireFormat.of(path);
        if (path.startsWith("/time")) {
            out.write(whole(Long.toString(System.nanoTime()).getBytes(US_ASCII)));
        } else if (isPlain(path)) {
            out.write(whole(format.whole()));
        } else if (path.startsWith("/stream")) {
            out.write(STREAMS.get(format));
        } else {
            paced(format, out);
        }
    }

    private static byte[] whole(byte[] body) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        reply.writeBytes((HEAD + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(US_ASCII));
        reply.writeBytes(body);
        return reply.toByteArray();
    }

    private static byte[] stream(WireFormat format) {
        ByteArrayOutputStream reply = streamHead(format);
        byte[] event = format.event(0);
        for (long left = format.streamMegabytes() * 1_000_000L; left > 0; left -= event.length) {
            chunk(event, reply);
        }
        end(format, reply);
        return reply.toByteArray();
    }

    /** The head goes with the first event. */
    private static void paced(WireFormat format, OutputStream out) throws IOException {
        ByteArrayOutputStream reply = streamHead(format);
        long due = System.nanoTime();
        for (int i = 0; i < PACED_EVENTS; i++) {
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            chunk(format.event(System.nanoTime()), reply);
            reply.writeTo(out);
            reply.reset();
            due += PACE_NANOS;
        }
        end(format, reply);
        reply.writeTo(out);
    }

    private static ByteArrayOutputStream streamHead(WireFormat format) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        reply.writeBytes((HEAD + "Content-Type: " + format.streamType() + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(US_ASCII));
        return reply;
    }

    private static void end(WireFormat format, ByteArrayOutputStream reply) {
        chunk(format.end(), reply);
        chunk(new byte[0], reply);
    }

    private static void chunk(byte[] bytes, ByteArrayOutputStream reply) {
        reply.writeBytes(Integer.toHexString(bytes.length).getBytes(US_ASCII));
        reply.writeBytes(LINE_END);
        reply.writeBytes(bytes);
        reply.writeBytes(LINE_END);
    }

    /** Reads a request with its body; its path, {@code null} if there are no more. */
    private static String request(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !"".equals(header); header = line(in)) {
            if (header == null) {
                throw new EOFException();
            }
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).trim();
            if (header.substring(0, colon).equalsIgnoreCase("content-length")) {
                length = Long.parseLong(value);
            } else if (header.substring(0, colon).equalsIgnoreCase("transfer-encoding")) {
                chunked = value.equalsIgnoreCase("chunked");
            }
        }
        if (!chunked) {
            in.skipNBytes(length);
            return first.split(" ")[1];
        }
        do {
            length = Long.parseLong(line(in), 16);
            in.skipNBytes(length);
            line(in);
        } while (length > 0);
        return first.split(" ")[1];
    }

    /** Without its end; {@code null} if there is none. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
