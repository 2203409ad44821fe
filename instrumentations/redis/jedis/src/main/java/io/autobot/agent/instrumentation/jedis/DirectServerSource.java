package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisConnection;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerSource;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisSocketFactory;

/**
 * Asks through a connection of our own to where a connection outside any pool leads. One that the application
 * authenticates by a call of its own cannot be copied; the server then refuses us, and is asked ever less often.
 */
class DirectServerSource implements RedisServerSource {
    private final JedisSocketFactory factory;
    private final RedisConnection original;

    DirectServerSource(JedisSocketFactory factory, RedisConnection original) {
        this.factory = factory;
        this.original = original;
    }

    @Override
    public RedisServer server() {
        return original.server() == RedisServer.UNKNOWN ? null : original.server();
    }

    @Override
    public String info() {
        Connection own = open(factory);
        try {
            return ServerInfo.over(own);
        } finally {
            own.disconnect();
        }
    }

    /** A connection of our own that leads to the same server. */
    Connection open(JedisSocketFactory original) {
        return new Connection(original);
    }
}
