package io.autobot.agent.instrumentation.pool2;

import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisThread;
import io.autobot.agent.spi.StateMap;
import java.util.NoSuchElementException;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** The pools seen so far, whatever they hold; those of Redis clients are shown in the metrics. */
final class RedisPools {
    /** Instead of a time: this pool is none of ours. */
    static final long NOT_REDIS = Long.MIN_VALUE;

    private static final Object OTHER = new Object();
    private static final StateMap<GenericObjectPool<?>, Object> POOLS = new StateMap<>();

    private RedisPools() {}

    /** When borrowing began, {@link #NOT_REDIS} for a pool of something else. */
    static long borrowing(GenericObjectPool<?> pool) {
        if (!(state(pool) instanceof RedisObjectPool redis)) {
            return NOT_REDIS;
        }
        RedisThread.current().borrowingFrom(redis.origin());
        return System.nanoTime();
    }

    static void borrowed(GenericObjectPool<?> pool, long start, Throwable thrown) {
        RedisObjectPool redis = (RedisObjectPool) state(pool);
        redis.show();
        if (thrown == null) {
            redis.origin().database().poolWaited(System.nanoTime() - start);
        } else if (thrown instanceof NoSuchElementException && thrown.getCause() == null) {
            // With a cause it is a connection that failed its check, not a pool without a free one.
            redis.origin().database().poolTimeout();
        }
    }

    private static Object state(GenericObjectPool<?> pool) {
        Object state = POOLS.get(pool);
        return state != null ? state : register(pool);
    }

    private static Object register(GenericObjectPool<?> pool) {
        if (!RedisFactories.isRedis(pool.getFactory())) {
            return POOLS.putIfAbsent(pool, OTHER);
        }
        RedisObjectPool created = new RedisObjectPool(pool, RedisDomain.get().origin(pool.getFactory()));
        Object held = POOLS.putIfAbsent(pool, created);
        if (held == created) {
            created.origin().serves(created);
        }
        return held;
    }
}
