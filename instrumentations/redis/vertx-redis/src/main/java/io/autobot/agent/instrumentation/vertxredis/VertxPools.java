package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisThread;
import io.autobot.agent.spi.StateMap;
import io.vertx.core.Future;
import io.vertx.redis.client.Request;

/** The pools that Vert.x' clients made, and who asks them. */
final class VertxPools {
    /** By Vert.x' own pool. */
    private static final StateMap<Object, VertxPool> POOLS = new StateMap<>();

    /** The pool that is being asked on this thread, in an array of the JDK's: see {@link Sending}. */
    private static final ThreadLocal<Object[]> ASKED = new ThreadLocal<>();

    private VertxPools() {}

    /** A manager of connections turned to this pool. */
    static void asking(Object pool) {
        Object[] slot = ASKED.get();
        if (slot == null) {
            slot = new Object[1];
            ASKED.set(slot);
        }
        slot[0] = pool;
    }

    /**
     * A manager of connections was asked for one.
     *
     * @param setup what is sent on each new connection, {@code null} if nothing is
     * @param max how many connections a pool may hold
     */
    static void asked(Object manager, String endpoint, Request setup, int max, Future<?> connection, long start) {
        Object[] slot = ASKED.get();
        if (slot == null || slot[0] == null || connection == null) {
            return;
        }
        VertxPool pool = of(slot[0], manager, endpoint, setup, max);
        slot[0] = null;
        pool.asked();
        Calls.asked(pool);
        connection.onComplete(new Borrowing<>(pool, start));
    }

    private static VertxPool of(Object pool, Object manager, String endpoint, Request setup, int max) {
        VertxPool known = POOLS.get(pool);
        if (known != null) {
            return known;
        }
        VertxServerSource source = new VertxServerSource(manager, endpoint);
        VertxPool made = new VertxPool(
                pool,
                Endpoints.server(endpoint),
                Endpoints.index(endpoint, setup),
                max,
                RedisThread.current().sampling(),
                source);
        source.serves(made);
        return POOLS.putIfAbsent(pool, made);
    }
}
