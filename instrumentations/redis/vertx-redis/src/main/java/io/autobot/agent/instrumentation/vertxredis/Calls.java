package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisDatabase;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisServer;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;

/**
 * What the application asks for on this thread, until it is clear whether there is a connection for it. A request that
 * finds none is an error; all others are counted where connections queue them.
 */
final class Calls {
    private static final int WHAT = 0;
    private static final int POOL = 1;
    private static final Object WANTED = Boolean.TRUE;

    /** See {@link Sending}. */
    private static final ThreadLocal<Object[]> CURRENT = ThreadLocal.withInitial(() -> new Object[2]);

    private Calls() {}

    /**
     * The application asks for this.
     *
     * @param what a request, or a list of them
     * @return what it asked for before, for {@link #exit}
     */
    static Object enter(Object what) {
        Object[] slot = CURRENT.get();
        Object before = slot[WHAT];
        slot[WHAT] = what;
        return before;
    }

    /** Ends what {@link #enter} began. */
    static void exit(Object before) {
        CURRENT.get()[WHAT] = before;
    }

    /** What the application asks for, taken away: whoever takes it sees to it, and calls {@link #await}. */
    static Object take() {
        Object[] slot = CURRENT.get();
        Object what = slot[WHAT];
        slot[WHAT] = null;
        slot[POOL] = what == null ? null : WANTED;
        return what;
    }

    /** What the application asks for is counted elsewhere from here on. */
    static void drop() {
        CURRENT.get()[WHAT] = null;
    }

    /** A pool was asked on the way. */
    static void asked(VertxPool pool) {
        Object[] slot = CURRENT.get();
        if (slot[POOL] == WANTED) {
            slot[POOL] = pool;
        }
    }

    /** What was taken depends on this. */
    static void await(Object what, Future<?> connection) {
        Object[] slot = CURRENT.get();
        VertxPool pool = slot[POOL] instanceof VertxPool ? (VertxPool) slot[POOL] : null;
        slot[POOL] = null;
        if (what != null && connection != null && !connection.succeeded()) {
            connection.onComplete(new Outcome<>(what, pool, System.nanoTime()));
        }
    }

    /** Learns whether there was a connection. */
    private static final class Outcome<T> implements Handler<AsyncResult<T>> {
        private final Object what;
        private final VertxPool pool;
        private final long start;

        Outcome(Object what, VertxPool pool, long start) {
            this.what = what;
            this.pool = pool;
            this.start = start;
        }

        @Override
        public void handle(AsyncResult<T> connection) {
            if (connection.failed()) {
                Requests.failed(what, database(), start);
            }
        }

        private RedisDatabase database() {
            return pool == null ? RedisDomain.get().database(RedisServer.UNKNOWN, 0) : pool.recorder();
        }
    }
}
