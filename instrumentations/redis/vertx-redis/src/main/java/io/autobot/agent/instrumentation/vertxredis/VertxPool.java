package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisDatabase;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisPoolView;
import io.autobot.agent.redis.RedisServer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections to one server with one database, as Vert.x pools them. Counted here from the connections themselves,
 * because the pool's class, which has changed with every major version, does not tell how many are lent. Refers to
 * Vert.x' own pool weakly.
 */
final class VertxPool {
    private final WeakReference<Object> pool;
    private final MethodHandle waiters;
    private final RedisServer server;
    private final int index;
    private final int max;
    private final boolean ours;
    private final VertxServerSource source;
    private final Set<VertxConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean hidden;

    /** What the metrics see of it; {@code null} while there is nothing to see. */
    private volatile View view;

    private volatile RedisDatabase recorder;
    private volatile boolean askable;

    /**
     * A pool that was asked for the first time.
     *
     * @param ours the agent made it, to ask the server
     * @param source how to ask its server
     */
    VertxPool(Object pool, RedisServer server, int index, int max, boolean ours, VertxServerSource source) {
        this.pool = new WeakReference<>(pool);
        this.waiters = waiters(pool.getClass());
        this.server = server;
        this.index = index;
        this.max = max;
        this.ours = ours;
        this.source = source;
    }

    /** Its name in the oldest version, and since. Without it, nobody is known to wait. */
    private static MethodHandle waiters(Class<?> type) {
        for (String name : new String[] {"waiters", "waitersInQueue"}) {
            try {
                return MethodHandles.publicLookup()
                        .findVirtual(type, name, MethodType.methodType(int.class))
                        .asType(MethodType.methodType(int.class, Object.class));
            } catch (ReflectiveOperationException other) {
                continue;
            }
        }
        return null;
    }

    /** Whether the agent made it for itself. */
    boolean ours() {
        return ours;
    }

    /** It was asked for a connection. */
    void asked() {
        if (view == null) {
            show();
        }
    }

    void add(VertxConnection connection) {
        connections.add(connection);
        show();
    }

    private synchronized void show() {
        if (view == null && !ours && !hidden) {
            view = new View();
            RedisDomain.get().metrics().register(view);
        }
    }

    /** Whether nothing is to be seen of it any more. */
    private synchronized boolean vanishes(View shown) {
        if (view == shown && (hidden || connections.isEmpty() && waiting() == 0)) {
            view = null;
        }
        return view != shown;
    }

    void remove(VertxConnection connection) {
        connections.remove(connection);
    }

    /** What it leads to is no database of the application's. */
    void hide() {
        hidden = true;
    }

    /** The application sends its first command on a connection that it had to wait for. */
    void used(long waited) {
        recorder().poolWaited(waited);
        if (!askable) {
            askable = true;
            RedisDomain.get().askThrough(source);
        }
    }

    /** What counts for its database. */
    RedisDatabase recorder() {
        RedisDatabase known = recorder;
        if (known == null) {
            RedisServer reached = reached();
            known = RedisDomain.get().database(reached == null ? server : reached, index);
            // Until then the server bears the name that stands in the address.
            recorder = reached == null ? null : known;
        }
        return known;
    }

    /** Where its connections lead, {@code null} while none is open. */
    RedisServer reached() {
        for (VertxConnection connection : connections) {
            return connection.state().server();
        }
        return null;
    }

    private int count(boolean lent) {
        int count = 0;
        for (VertxConnection connection : connections) {
            count += connection.isLent() == lent ? 1 : 0;
        }
        return count;
    }

    private int waiting() {
        Object living = pool.get();
        try {
            return living == null || waiters == null ? 0 : (int) waiters.invokeExact(living);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of the pool from its first connection to its last, with which Vert.x gives it up. */
    private final class View implements RedisPoolView {
        @Override
        public String database() {
            return recorder().alias();
        }

        @Override
        public int active() {
            return count(true);
        }

        @Override
        public int idle() {
            return count(false);
        }

        @Override
        public int waiting() {
            return VertxPool.this.waiting();
        }

        @Override
        public int max() {
            return max;
        }

        @Override
        public boolean closed() {
            return vanishes(this);
        }
    }
}
