package io.autobot.agent.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Shows the bytes of a body as they are read: each once, however often it is read again after a {@link #reset}, and
 * nothing is read that was not asked for. For one thread at a time, as the stream it stands for.
 */
public abstract class ShownInputStream extends InputStream {
    private final InputStream in;
    private final BodyTap tap;
    private final long length;
    private long position;
    private long marked;
    private long seen;

    /**
     * @param tap {@code null} if nobody reads the body; its end is seen all the same
     * @param length how many bytes {@code in} has, less than 0 if that is not known
     */
    protected ShownInputStream(InputStream in, BodyTap tap, long length) {
        this.in = in;
        this.tap = tap;
        this.length = length;
    }

    /** The last byte was read. May be told again. */
    protected abstract void ended();

    /** A read threw this, and whoever reads gets it. */
    protected abstract void failed(Throwable failure);

    /** A read said that there is nothing more. */
    protected void over() {
        ended();
    }

    /** How many bytes have been read, those read again once. */
    protected final long seen() {
        return seen;
    }

    @Override
    public int read() throws IOException {
        int value;
        try {
            value = in.read();
        } catch (IOException | RuntimeException | Error failure) {
            failed(failure);
            throw failure;
        }
        if (value < 0) {
            over();
        } else {
            if (tap != null && position == seen) {
                tap.one(value);
            }
            advance(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        int count;
        try {
            count = in.read(bytes, offset, most);
        } catch (IOException | RuntimeException | Error failure) {
            failed(failure);
            throw failure;
        }
        if (count < 0) {
            over();
        } else if (count > 0) {
            int known = (int) Math.min(seen - position, count);
            if (tap != null) {
                tap.bytes(bytes, offset + known, offset + count);
            }
            advance(count);
        }
        return count;
    }

    private void advance(int count) {
        position += count;
        if (position > seen) {
            seen = position;
            if (seen == length) {
                ended();
            }
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    @Override
    public boolean markSupported() {
        return in.markSupported();
    }

    @Override
    public synchronized void mark(int limit) {
        marked = position;
        in.mark(limit);
    }

    @Override
    public synchronized void reset() throws IOException {
        in.reset();
        position = marked;
    }
}
