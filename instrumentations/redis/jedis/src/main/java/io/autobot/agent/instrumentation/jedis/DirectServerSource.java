package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisConnection;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerSource;
import java.lang.ref.WeakReference;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisSocketFactory;

/**
 * Asks through a connection of our own to where a connection outside any pool leads. One that the application
 * authenticates by a call of its own cannot be copied; the server then refuses us, and is asked ever less often.
 */
class DirectServerSource implements RedisServerSource {
    /** Weak because an application's own factory may lead back to the connection; that one keeps it alive. */
    private final WeakReference<JedisSocketFactory> factory;

    private final RedisConnection original;

    DirectServerSource(JedisSocketFactory factory, RedisConnection original) {
        this.factory = new WeakReference<>(factory);
        this.original = original;
    }

    @Override
    public RedisServer server() {
        return original.inUse() && original.server() != RedisServer.UNKNOWN ? original.server() : null;
    }

    @Override
    public String info() {
        JedisSocketFactory living = factory.get();
        if (living == null) {
            return "";
        }
        Connection own = open(living);
        try {
            return ServerInfo.of(own);
        } finally {
            own.disconnect();
        }
    }

    /** A connection of our own that leads to the same server. */
    Connection open(JedisSocketFactory original) {
        return new Connection(original);
    }
}
