package io.autobot.agent.http;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Shows the bytes of one body to whoever reads it. Never throws, never changes a buffer's position or contents. One
 * thread at a time, but {@link #close}, which any may call. What fails silences the tap; the bytes go on without it.
 */
public final class BodyTap {
    /** Work for one body ends here; replies with text in them are a thousand times smaller. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int CHUNK = 4096;

    /** Copies a part of a buffer into an array, as {@link ByteBuffer#get(int, byte[], int, int)} does. */
    public interface Copy<B> {
        void copy(B buffer, int at, byte[] into, int start, int length);
    }

    private final HttpTransport transport;
    private ByteSink sink;
    private long seen;
    private byte[] chunk;
    private volatile boolean closed;

    BodyTap(HttpTransport transport, ByteSink sink) {
        this.transport = transport;
        this.sink = sink;
    }

    /** What lies between the buffer's position and limit. */
    public void bytes(ByteBuffer buffer) {
        bytes(buffer, buffer.position(), buffer.limit());
    }

    /** What lies between two absolute indexes of a buffer. */
    public void bytes(ByteBuffer buffer, int from, int to) {
        if (sink == null || from >= to) {
            return;
        }
        if (buffer.hasArray()) {
            int start = buffer.arrayOffset() + from;
            bytes(buffer.array(), start, start + to - from);
            return;
        }
        copied(buffer, from, to, ByteBuffer::get);
    }

    /**
     * What lies between two indexes of a buffer of the library's, whose own array cannot be had.
     *
     * @param copy how to get at it; one that is made once, not for each call
     */
    public <B> void copied(B buffer, int from, int to, Copy<B> copy) {
        if (sink == null || from >= to) {
            return;
        }
        try {
            byte[] into = chunk(to - from);
            for (int at = from; at < to; at += into.length) {
                int length = Math.min(into.length, to - at);
                copy.copy(buffer, at, into, 0, length);
                bytes(into, 0, length);
            }
        } catch (Throwable failure) {
            drop(failure);
        }
    }

    /** Several buffers in order. */
    public void bytes(List<ByteBuffer> buffers) {
        if (sink != null) {
            for (int i = 0; i < buffers.size(); i++) {
                bytes(buffers.get(i));
            }
        }
    }

    /** From an index up to but without another. */
    public void bytes(byte[] bytes, int from, int to) {
        ByteSink reader = sink;
        if (reader == null || from >= to || closed) {
            return;
        }
        seen += to - from;
        if (seen > MOST_BYTES) {
            sink = null;
            return;
        }
        try {
            reader.bytes(bytes, from, to);
        } catch (Throwable failure) {
            drop(failure);
        }
    }

    /** One byte. */
    public void one(int value) {
        if (sink != null) {
            byte[] into = chunk(1);
            into[0] = (byte) value;
            bytes(into, 0, 1);
        }
    }

    /** All bytes of this body went by, as far as they are to. */
    public void end() {
        close(true);
    }

    void close(boolean complete) {
        ByteSink reader = sink;
        if (closed) {
            return;
        }
        closed = true;
        if (reader != null && complete) {
            try {
                reader.end();
            } catch (Throwable failure) {
                drop(failure);
            }
        }
    }

    /** Room for a copy of so many bytes, or of a part of them: most bodies are a fraction of the largest chunk. */
    private byte[] chunk(int length) {
        byte[] have = chunk;
        if (have == null || have.length < length && have.length < CHUNK) {
            have = new byte[Math.min(CHUNK, have == null ? length : Math.max(length, 2 * have.length))];
            chunk = have;
        }
        return have;
    }

    private void drop(Throwable failure) {
        sink = null;
        if (!closed) {
            transport.failed("reading a body", failure);
        }
    }
}
