package io.autobot.agent.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What an asynchronous client hands to one thread, read by another. */
public final class PieceStream extends InputStream {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    private final Runnable more;
    private final Runnable giveUp;
    private InputStream piece = new ByteArrayInputStream(END);

    /** @param giveUp what {@link #close} does */
    public PieceStream(Runnable giveUp) {
        this(() -> {}, giveUp);
    }

    /**
     * For a client that hands out as many pieces as it is asked for, the first without a word of this stream.
     *
     * @param more asks for one piece, as the last one was taken
     * @param giveUp what {@link #close} does
     */
    public PieceStream(Runnable more, Runnable giveUp) {
        this.more = more;
        this.giveUp = giveUp;
    }

    /** Takes all that the buffer has. */
    public void add(ByteBuffer bytes) {
        byte[] next = new byte[bytes.remaining()];
        bytes.get(next);
        if (next.length > 0) {
            pieces.add(next);
        } else {
            more.run();
        }
    }

    /** No more pieces will come. */
    public void end() {
        pieces.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        int count = piece.read(bytes, offset, most);
        if (count >= 0) {
            return count;
        }
        try {
            byte[] next = pieces.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new IOException("no piece for 30 s");
            }
            if (next == END) {
                pieces.add(END);
                return -1;
            }
            piece = new ByteArrayInputStream(next);
            more.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return piece.read(bytes, offset, most);
    }

    @Override
    public void close() {
        giveUp.run();
    }
}
