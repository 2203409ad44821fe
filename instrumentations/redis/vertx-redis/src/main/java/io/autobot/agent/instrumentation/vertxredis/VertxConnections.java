package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.spi.StateMap;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.impl.RedisStandaloneConnection;

/** The conversation of each connection. */
final class VertxConnections {
    private static final StateMap<RedisStandaloneConnection, VertxConnection> STATES = new StateMap<>();

    private VertxConnections() {}

    static void opened(RedisStandaloneConnection connection, NetSocket socket) {
        STATES.put(connection, new VertxConnection(socket));
    }

    /** {@code null} for one that was opened before the agent came. */
    static VertxConnection known(RedisStandaloneConnection connection) {
        return STATES.get(connection);
    }
}
