package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisDatabase;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisServer;
import io.vertx.core.net.SocketAddress;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RedisURI;
import java.nio.charset.StandardCharsets;

/** Reads Vert.x' connection strings. */
final class Endpoints {
    private Endpoints() {}

    /** The server that a connection string leads to. */
    static RedisServer server(String endpoint) {
        SocketAddress address = new RedisURI(endpoint).socketAddress();
        return address == null || address.host() == null
                ? RedisServer.UNKNOWN
                : new RedisServer(address.host(), address.host(), address.port());
    }

    /**
     * The index that it selects.
     *
     * @param setup what is sent on each new connection, which may select one too; {@code null} if nothing is
     */
    static int index(String endpoint, Request setup) {
        if (setup != null && "select".equalsIgnoreCase(Requests.name(setup))) {
            byte[] index = Requests.argument(setup);
            return index == null ? 0 : Integer.parseInt(new String(index, StandardCharsets.US_ASCII));
        }
        Integer selected = new RedisURI(endpoint).select();
        return selected == null ? 0 : selected;
    }

    /** The database that it leads to. */
    static RedisDatabase database(String endpoint) {
        return RedisDomain.get().database(server(endpoint), index(endpoint, null));
    }
}
