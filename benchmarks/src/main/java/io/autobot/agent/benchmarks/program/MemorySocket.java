package io.autobot.agent.benchmarks.program;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A socket with a Redis behind it that lies in this thread's memory: no kernel, no second thread, nothing allocated.
 * {@code GET} finds a short value, {@code HELLO} is greeted, all else
 * is answered with {@code OK}. Commands must be written whole.
 */
public final class MemorySocket extends Socket {
    private static final byte[] VALUE = "$5\r\nvalue\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OK = "+OK\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] GREETING =
            "*4\r\n$6\r\nserver\r\n$5\r\nredis\r\n$5\r\nproto\r\n:2\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] replies = new byte[64 * 1_024];
    private int written;
    private int read;
    private boolean closed;

    private final InputStream in = new InputStream() {
        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(length, written - read);
            if (count == 0) {
                throw new IllegalStateException("nothing was asked");
            }
            System.arraycopy(replies, read, into, offset, count);
            read += count;
            return count;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("byte by byte");
        }
    };

    private final OutputStream out = new OutputStream() {
        @Override
        public void write(byte[] from, int offset, int length) {
            answer(from, offset, offset + length);
        }

        @Override
        public void write(int single) {
            throw new UnsupportedOperationException("byte by byte");
        }
    };

    /** Reads {@code *<count>\r\n} and so many {@code $<length>\r\n<bytes>\r\n}, again and again. */
    private void answer(byte[] from, int offset, int end) {
        if (read == written) {
            read = 0;
            written = 0;
        }
        int at = offset;
        while (at < end) {
            int words = number(from, at + 1);
            at = afterLine(from, at);
            byte[] reply = OK;
            for (int i = 0; i < words; i++) {
                int length = number(from, at + 1);
                at = afterLine(from, at);
                if (i == 0 && length == 3 && from[at] == 'G' && from[at + 2] == 'T') {
                    reply = VALUE;
                } else if (i == 0 && length == 5 && from[at] == 'H' && from[at + 4] == 'O') {
                    reply = GREETING;
                }
                at += length + 2;
            }
            System.arraycopy(reply, 0, replies, written, reply.length);
            written += reply.length;
        }
    }

    private static int number(byte[] from, int start) {
        int number = 0;
        for (int at = start; from[at] != '\r'; at++) {
            number = 10 * number + from[at] - '0';
        }
        return number;
    }

    private static int afterLine(byte[] from, int start) {
        int at = start;
        while (from[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
