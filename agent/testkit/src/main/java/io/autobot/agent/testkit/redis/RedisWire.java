package io.autobot.agent.testkit.redis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection that speaks RESP2, so that no client library under test is needed to look at a server. For one thread
 * at a time.
 */
public final class RedisWire implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    /** An error reply. Thrown when it is the whole reply, an element when it stands within an array. */
    public static final class ErrorReply extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ErrorReply(String message) {
            super(message);
        }
    }

    /** Connects; replies are waited for 20 s at most. */
    public RedisWire(String host, int port) {
        try {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream());
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("no Redis at " + host + ":" + port, e);
        }
    }

    /**
     * Sends a command and reads its reply: a String for simple and bulk strings, a Long, a List, or null.
     *
     * @throws ErrorReply for an error reply
     * @throws UncheckedIOException when the connection breaks or no reply comes in time
     */
    public Object call(String... command) {
        try {
            send(command);
            Object reply = read();
            if (reply instanceof ErrorReply) {
                throw (ErrorReply) reply;
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException("no reply to " + command[0], e);
        }
    }

    /** Sends a command without reading anything, for pipelines and subscriptions. */
    public void send(String... command) throws IOException {
        header('*', command.length);
        for (String part : command) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            header('$', bytes.length);
            out.write(bytes);
            out.write('\r');
            out.write('\n');
        }
        out.flush();
    }

    /** Reads one reply; an error reply is returned, not thrown. */
    public Object read() throws IOException {
        String line = line();
        String rest = line.substring(1);
        switch (line.charAt(0)) {
            case '+':
                return rest;
            case '-':
                return new ErrorReply(rest);
            case ':':
                return Long.valueOf(rest);
            case '$':
                return bulk(Integer.parseInt(rest));
            case '*':
                return array(Integer.parseInt(rest));
            default:
                throw new IOException("not RESP2: " + line);
        }
    }

    /** The text of {@code INFO section}. */
    public String info(String section) {
        return (String) call("INFO", section);
    }

    /** One field of {@code INFO section}, or null. */
    public String info(String section, String field) {
        return InfoText.fields(info(section)).get(field);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nothing more is wanted from it.
        }
    }

    private String bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length || in.readNBytes(2).length < 2) {
            throw new EOFException("the connection ended within a reply");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<Object> array(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        List<Object> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(read());
        }
        return elements;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            line.append((char) c);
        }
        in.read();
        return line.toString();
    }

    private void header(char kind, int length) throws IOException {
        out.write((kind + Integer.toString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
