package io.autobot.agent.instrumentation.pool2;

import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisPoolOrigin;
import io.autobot.agent.redis.RedisPoolView;
import java.lang.ref.WeakReference;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** What the metrics read of one pool at scrape. Holds the pool weakly. */
final class RedisObjectPool implements RedisPoolView {
    private final WeakReference<GenericObjectPool<?>> pool;
    private final RedisPoolOrigin origin;
    private volatile boolean shown;

    RedisObjectPool(GenericObjectPool<?> pool, RedisPoolOrigin origin) {
        this.pool = new WeakReference<>(pool);
        this.origin = origin;
    }

    RedisPoolOrigin origin() {
        return origin;
    }

    /** Shows the pool from now on; not before its first borrow, which tells where it leads. */
    void show() {
        if (!shown) {
            shown = true;
            RedisDomain.get().metrics().register(this);
        }
    }

    @Override
    public String database() {
        return origin.alias();
    }

    @Override
    public int active() {
        GenericObjectPool<?> living = pool.get();
        return living == null ? 0 : living.getNumActive();
    }

    @Override
    public int idle() {
        GenericObjectPool<?> living = pool.get();
        return living == null ? 0 : living.getNumIdle();
    }

    @Override
    public int waiting() {
        GenericObjectPool<?> living = pool.get();
        return living == null ? 0 : living.getNumWaiters();
    }

    @Override
    public int max() {
        GenericObjectPool<?> living = pool.get();
        return living == null ? 0 : living.getMaxTotal();
    }

    @Override
    public boolean closed() {
        GenericObjectPool<?> living = pool.get();
        return living == null || living.isClosed();
    }
}
