package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisPoolOrigin;
import io.autobot.agent.redis.RedisPoolView;
import io.lettuce.core.support.BoundedAsyncPool;
import java.lang.ref.WeakReference;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What the metrics read of one asynchronous pool at scrape. Holds the pool weakly. */
final class LettuceAsyncPool implements RedisPoolView {
    private final WeakReference<BoundedAsyncPool<?>> pool;
    private final RedisPoolOrigin origin;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;

    LettuceAsyncPool(BoundedAsyncPool<?> pool, RedisPoolOrigin origin) {
        this.pool = new WeakReference<>(pool);
        this.origin = origin;
    }

    /** A connection, or none, was had after the time from then to now. */
    void waited(long start, Throwable thrown) {
        if (thrown == null) {
            origin.database().poolWaited(System.nanoTime() - start);
        } else if (isExhausted(thrown)) {
            origin.database().poolTimeout();
        }
    }

    /** A connection is being opened for somebody. */
    void waits(long start, CompletableFuture<?> connection) {
        waiting.incrementAndGet();
        connection.whenComplete((opened, thrown) -> {
            waiting.decrementAndGet();
            waited(start, thrown);
        });
    }

    /** This pool does not queue: whoever finds it empty is turned away. */
    private static boolean isExhausted(Throwable thrown) {
        return thrown instanceof NoSuchElementException || thrown.getCause() instanceof NoSuchElementException;
    }

    @Override
    public String database() {
        return origin.alias();
    }

    @Override
    public int active() {
        BoundedAsyncPool<?> living = pool.get();
        return living == null ? 0 : Math.max(0, living.getObjectCount() - living.getIdle());
    }

    @Override
    public int idle() {
        BoundedAsyncPool<?> living = pool.get();
        return living == null ? 0 : living.getIdle();
    }

    @Override
    public int waiting() {
        return waiting.get();
    }

    @Override
    public int max() {
        BoundedAsyncPool<?> living = pool.get();
        int most = living == null ? 0 : living.getMaxTotal();
        return most == Integer.MAX_VALUE ? -1 : most;
    }

    @Override
    public boolean closed() {
        return closed || pool.get() == null;
    }

    /** The application no longer wants it. */
    void close() {
        closed = true;
    }
}
