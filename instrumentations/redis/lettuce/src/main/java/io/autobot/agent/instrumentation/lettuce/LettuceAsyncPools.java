package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisPoolOrigin;
import io.autobot.agent.spi.StateMap;
import io.lettuce.core.support.AsyncObjectFactory;
import io.lettuce.core.support.BoundedAsyncPool;
import java.util.concurrent.CompletableFuture;

/** The asynchronous pools seen so far; those that Lettuce made for its own connections are shown in the metrics. */
final class LettuceAsyncPools {
    private static final StateMap<BoundedAsyncPool<?>, LettuceAsyncPool> POOLS = new StateMap<>();

    private LettuceAsyncPools() {}

    static void acquired(
            BoundedAsyncPool<?> pool, AsyncObjectFactory<?> factory, long start, CompletableFuture<?> connection) {
        if (connection == null || !factory.getClass().getName().startsWith("io.lettuce.core.support.")) {
            return;
        }
        LettuceAsyncPool known = POOLS.get(pool);
        known = known != null ? known : register(pool, factory);
        if (connection.isDone()) {
            known.waited(start, connection.isCompletedExceptionally() ? failure(connection) : null);
        } else {
            known.waits(start, connection);
        }
    }

    static void closed(BoundedAsyncPool<?> pool) {
        LettuceAsyncPool known = POOLS.get(pool);
        if (known != null) {
            known.close();
        }
    }

    private static Throwable failure(CompletableFuture<?> connection) {
        try {
            connection.join();
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private static LettuceAsyncPool register(BoundedAsyncPool<?> pool, AsyncObjectFactory<?> factory) {
        RedisPoolOrigin origin = RedisDomain.get().origin(factory);
        LettuceAsyncPool created = new LettuceAsyncPool(pool, origin);
        LettuceAsyncPool held = POOLS.putIfAbsent(pool, created);
        if (held == created) {
            origin.serves(created);
            RedisDomain.get().metrics().register(created);
        }
        return held;
    }
}
