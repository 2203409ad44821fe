package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisPoolView;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.Queue;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;

/**
 * The connections for commands to one server, as the metrics read them at scrape. Those for subscriptions have a pool
 * of their own, which is not in these figures. Holds nothing of Redisson strongly.
 */
final class RedissonPool implements RedisPoolView {
    private final WeakReference<RedisClient> client;
    private final RedissonNode node;
    private final int max;
    private final WeakReference<Queue<RedisConnection>> free;
    private final WeakReference<Object> permits;
    private final MethodHandle left;
    private final MethodHandle waiters;

    /**
     * The pool of one server.
     *
     * @param free the connections nobody uses
     * @param permits Redisson's semaphore over {@code max} connections, of a class that has changed its package
     */
    RedissonPool(RedisClient client, RedissonNode node, int max, Queue<RedisConnection> free, Object permits)
            throws ReflectiveOperationException {
        this.client = new WeakReference<>(client);
        this.node = node;
        this.max = max;
        this.free = new WeakReference<>(free);
        this.permits = new WeakReference<>(permits);
        this.left = reader(permits, "getCounter");
        this.waiters = reader(permits, "queueSize");
    }

    private static MethodHandle reader(Object permits, String name) throws ReflectiveOperationException {
        return MethodHandles.publicLookup()
                .findVirtual(permits.getClass(), name, MethodType.methodType(int.class))
                .asType(MethodType.methodType(int.class, Object.class));
    }

    @Override
    public String database() {
        return node.alias();
    }

    @Override
    public int active() {
        // The counter goes below zero for a moment while somebody is turned away.
        return Math.min(max, Math.max(0, max - read(left, max)));
    }

    @Override
    public int idle() {
        Queue<RedisConnection> living = free.get();
        int idle = 0;
        if (living != null) {
            for (RedisConnection connection : living) {
                // Redisson keeps those that lost their server, and connects them again.
                idle += connection.isActive() ? 1 : 0;
            }
        }
        return idle;
    }

    @Override
    public int waiting() {
        return read(waiters, 0);
    }

    @Override
    public int max() {
        return max;
    }

    @Override
    public boolean closed() {
        RedisClient living = client.get();
        return living == null || living.isShutdown() || permits.get() == null;
    }

    private int read(MethodHandle reader, int otherwise) {
        Object living = permits.get();
        try {
            return living == null ? otherwise : (int) reader.invokeExact(living);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
