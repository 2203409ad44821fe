package io.autobot.agent.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * A reply's body as the application reads it: each byte is shown once, when it is read, and nothing is read that the
 * application does not ask for. The exchange ends with the last byte, is cancelled by a close before it, and fails with
 * a read. For one thread at a time, as the stream it stands for; only {@link #close} may come from another.
 *
 * <p>Without a length, only a read that says so tells that there is nothing more: who reads exactly as much as it needs
 * and closes has cancelled.
 */
public class ObservedInputStream extends InputStream {
    private final InputStream in;
    private final HttpExchange exchange;
    private final BodyTap tap;
    private final long length;
    private long position;
    private long marked;
    private long seen;

    /**
     * @param tap {@code null} if nobody reads the body; its end is seen all the same
     * @param length how many bytes {@code in} has, less than 0 if that is not known
     */
    public ObservedInputStream(InputStream in, HttpExchange exchange, BodyTap tap, long length) {
        this.in = in;
        this.exchange = exchange;
        this.tap = tap;
        this.length = length;
    }

    /** A read threw this, and the application gets it. */
    protected void failed(Throwable failure) {
        exchange.fail(failure);
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
            exchange.end();
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
            exchange.end();
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
                exchange.end();
            }
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        exchange.cancel();
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
