package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.BodyTap;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Shows the bytes of a stream to the agent as they are read. What is read again, after a {@link #reset}, is shown once.
 */
abstract class ObservedStream extends FilterInputStream {
    private static final int CHUNK = 4096;

    private final BodyTap tap;
    private final long length;
    private long position;
    private long marked;
    private long shown;

    /**
     * @param tap {@code null} if nobody reads the bytes; their end is seen all the same
     * @param length how many there will be, negative if that is not known
     */
    ObservedStream(InputStream stream, BodyTap tap, long length) {
        super(stream);
        this.tap = tap;
        this.length = length;
    }

    /** The last byte went by. May be called again. */
    abstract void ended();

    /** Reading failed. */
    void failed(Throwable failure) {}

    @Override
    public int read() throws IOException {
        int read;
        try {
            read = in.read();
        } catch (IOException | RuntimeException failure) {
            failed(failure);
            throw failure;
        }
        if (read < 0) {
            over();
        } else {
            if (tap != null && position == shown) {
                tap.one(read);
            }
            passed(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        int count;
        try {
            count = in.read(into, offset, most);
        } catch (IOException | RuntimeException failure) {
            failed(failure);
            throw failure;
        }
        if (count < 0) {
            over();
        } else if (count > 0) {
            if (tap != null && position + count > shown) {
                tap.bytes(into, offset + (int) (shown - position), offset + count);
            }
            passed(count);
        }
        return count;
    }

    /** Some clients take for the whole what was cut off. */
    private void over() {
        if (shown < length) {
            failed(new EOFException("of " + length + " bytes " + shown + " came"));
        } else {
            ended();
        }
    }

    private void passed(int count) {
        position += count;
        shown = Math.max(shown, position);
        if (shown == length) {
            ended();
        }
    }

    /** Reads what it skips. */
    @Override
    public long skip(long most) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(CHUNK, most))];
        long left = most;
        while (left > 0) {
            int count = read(skipped, 0, (int) Math.min(CHUNK, left));
            if (count < 0) {
                break;
            }
            left -= count;
        }
        return Math.max(0, most) - Math.max(0, left);
    }

    @Override
    public synchronized void mark(int limit) {
        super.mark(limit);
        marked = position;
    }

    /** Without a mark before it, streams go to where they began. */
    @Override
    public synchronized void reset() throws IOException {
        super.reset();
        position = marked;
    }
}
