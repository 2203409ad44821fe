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
public class ObservedInputStream extends ShownInputStream {
    private final HttpExchange exchange;

    /**
     * @param tap {@code null} if nobody reads the body; its end is seen all the same
     * @param length how many bytes {@code in} has, less than 0 if that is not known
     */
    public ObservedInputStream(InputStream in, HttpExchange exchange, BodyTap tap, long length) {
        super(in, tap, length);
        this.exchange = exchange;
    }

    @Override
    protected void ended() {
        exchange.end();
    }

    @Override
    protected void failed(Throwable failure) {
        exchange.fail(failure);
    }

    @Override
    public void close() throws IOException {
        exchange.cancel();
        super.close();
    }
}
