package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.spi.StateMap;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.impl.RedisStandaloneConnection;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/** The conversation of each connection. */
final class VertxConnections {
    private static final StateMap<RedisStandaloneConnection, VertxConnection> STATES = new StateMap<>();
    private static final Class<?> LEASE = lease();
    private static final MethodHandle LEASED = leased();
    private static final VarHandle RETURNED =
            LEASE == null ? null : VertxFields.RETURNED.find(MethodHandles.lookup(), LEASE);

    private VertxConnections() {}

    static void opened(RedisStandaloneConnection connection, NetSocket socket) {
        STATES.put(connection, new VertxConnection(socket));
    }

    /**
     * Of a connection or the lease of one.
     *
     * @return {@code null} for one that was opened before the agent came, or is of another kind
     */
    static VertxConnection of(Object connection) {
        Object actual = connection;
        if (LEASED != null && LEASE.isInstance(connection)) {
            try {
                actual = (Object) LEASED.invokeExact(connection);
            } catch (Throwable impossible) {
                return null;
            }
        }
        return actual instanceof RedisStandaloneConnection ? known((RedisStandaloneConnection) actual) : null;
    }

    /** A connection, or the lease of one, goes back to its pool; the second time means nothing. */
    static void returned(Object connection) {
        if (RETURNED != null && LEASE.isInstance(connection)) {
            if ((boolean) RETURNED.get(connection)) {
                return;
            }
            RETURNED.set(connection, true);
        }
        VertxConnection state = of(connection);
        if (state != null) {
            state.returned();
        }
    }

    /** What a lease is in all versions but the oldest, where the connection itself is lent. */
    private static Class<?> lease() {
        try {
            return Class.forName(
                    "io.vertx.redis.client.impl.PooledRedisConnection",
                    false,
                    RedisStandaloneConnection.class.getClassLoader());
        } catch (ClassNotFoundException oldest) {
            return null;
        }
    }

    private static MethodHandle leased() {
        try {
            return LEASE == null
                    ? null
                    : MethodHandles.publicLookup()
                            .unreflect(LEASE.getMethod("actual"))
                            .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException unknown) {
            return null;
        }
    }

    /** {@code null} for one that was opened before the agent came. */
    static VertxConnection known(RedisStandaloneConnection connection) {
        return STATES.get(connection);
    }
}
