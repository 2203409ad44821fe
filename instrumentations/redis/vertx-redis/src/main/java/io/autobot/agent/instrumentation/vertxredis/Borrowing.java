package io.autobot.agent.instrumentation.vertxredis;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.ConnectionPoolTooBusyException;

/**
 * Learns what became of a request to a pool, before whoever made it does.
 *
 * @param <T> a connection, or the lease of one
 */
final class Borrowing<T> implements Handler<AsyncResult<T>> {
    private static final int DEEPEST = 8;

    private final VertxPool pool;
    private final long start;

    Borrowing(VertxPool pool, long start) {
        this.pool = pool;
        this.start = start;
    }

    @Override
    public void handle(AsyncResult<T> had) {
        if (had.succeeded()) {
            VertxConnection connection = VertxConnections.of(had.result());
            if (connection != null) {
                connection.lent(pool, System.nanoTime() - start);
            }
        } else if (!pool.ours()) {
            failed(had.cause());
        }
    }

    /** Each attempt to connect that fails is told to one of those who wait, and to no other. */
    private void failed(Throwable cause) {
        Throwable at = cause;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof ConnectTimeoutException) {
                pool.recorder().connectTimeout();
                return;
            }
            if (at instanceof ConnectionPoolTooBusyException) {
                pool.recorder().poolTimeout();
                return;
            }
            at = at.getCause();
        }
    }
}
