package io.autobot.agent.testkit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.autobot.agent.testkit.http.PeerHandler.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/** HTTP/1.1 to the byte, a thread for each connection. */
final class Http1Server implements PeerServer {
    private final ServerSocket server;
    private final PeerHandler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Http1Server(ServerSocketFactory sockets, PeerHandler handler) {
        this.handler = handler;
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    @Override
    public int port() {
        return server.getLocalPort();
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
                handler.handle(request, new Wire(socket));
            }
        } catch (IOException | InterruptedException clientGone) {
            // The test sees it at its own end.
        } finally {
            open.remove(socket);
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
                socket.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
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

    private static final class Wire implements HttpWire {
        private final Socket socket;
        private final OutputStream out;
        private boolean chunked;

        Wire(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        @Override
        public void head(int status, Map<String, String> headers, long length) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n");
            headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
            chunked = length < 0;
            if (chunked) {
                head.append("transfer-encoding: chunked\r\n");
            } else if (status != 204) {
                head.append("content-length: " + length + "\r\n");
            }
            send((head + "\r\n").getBytes(US_ASCII));
        }

        @Override
        public void piece(byte[] bytes) throws IOException {
            if (chunked) {
                out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
                out.write(bytes);
                send("\r\n".getBytes(US_ASCII));
            } else {
                send(bytes);
            }
        }

        @Override
        public void end() throws IOException {
            if (chunked) {
                send("0\r\n\r\n".getBytes(US_ASCII));
            }
        }

        private void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        @Override
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        @Override
        public void awaitGone() throws IOException {
            socket.getInputStream().read();
        }
    }
}
