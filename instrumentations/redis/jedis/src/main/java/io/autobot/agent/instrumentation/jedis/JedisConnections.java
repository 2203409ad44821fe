package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisConnection;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.spi.StateMap;
import java.net.InetSocketAddress;
import java.net.Socket;
import redis.clients.jedis.Connection;

/** The conversation of each Jedis connection. */
final class JedisConnections {
    private static final StateMap<Connection, RedisConnection> STATES = new StateMap<>();

    private JedisConnections() {}

    static RedisConnection of(Connection connection) {
        RedisConnection known = STATES.get(connection);
        return known != null ? known : create(connection);
    }

    /** {@code null} for a connection that was never seen to send anything. */
    static RedisConnection known(Connection connection) {
        return STATES.get(connection);
    }

    /** A new socket, or an exception instead of one. */
    static void connected(Connection connection, Socket socket, Throwable thrown) {
        RedisConnection state = STATES.get(connection);
        if (state == null) {
            state = STATES.putIfAbsent(connection, RedisConnection.closed(RedisDomain.get()));
        }
        if (thrown != null) {
            state.connectFailed(JedisFailures.isTimeout(thrown));
        } else {
            state.connected(server(socket));
        }
    }

    private static RedisConnection create(Connection connection) {
        RedisDomain domain = RedisDomain.get();
        return STATES.putIfAbsent(
                connection,
                connection.isConnected() ? RedisConnection.alreadyOpen(domain) : RedisConnection.closed(domain));
    }

    private static RedisServer server(Socket socket) {
        if (!(socket.getRemoteSocketAddress() instanceof InetSocketAddress address)) {
            // An application's own socket factory may lead anywhere.
            return RedisServer.UNKNOWN;
        }
        // The host string is what the application wrote: never a look-up.
        return new RedisServer(
                address.getHostString(),
                address.getAddress() == null ? "" : address.getAddress().getHostAddress(),
                address.getPort());
    }
}
