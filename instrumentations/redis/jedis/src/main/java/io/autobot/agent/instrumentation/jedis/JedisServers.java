package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisPoolOrigin;
import io.autobot.agent.redis.RedisServerSource;
import io.autobot.agent.redis.RedisThread;
import io.autobot.agent.spi.StateMap;
import org.apache.commons.pool2.PooledObjectFactory;
import redis.clients.jedis.Connection;

/**
 * How to ask the servers that the application uses. A source is kept beside the application's own object and goes
 * with it; the sampler holds it weakly.
 */
final class JedisServers {
    private static final StateMap<Object, RedisServerSource> SOURCES = new StateMap<>();

    private JedisServers() {}

    /** Where the connections of a pool's factory go; from now on the server is asked through this factory. */
    static RedisPoolOrigin origin(Object factory) {
        RedisPoolOrigin origin = RedisDomain.get().origin(factory);
        if (SOURCES.get(factory) == null) {
            learn(factory, new PoolServerSource((PooledObjectFactory<?>) factory, origin));
        }
        return origin;
    }

    /** Whether a connection outside any pool leads to a server that nobody asks through it yet. */
    static boolean isNews(Connection connection) {
        RedisThread thread = RedisThread.current();
        return thread.making() == null && !thread.sampling() && SOURCES.get(connection) == null;
    }

    static void learn(Object owner, RedisServerSource source) {
        if (SOURCES.putIfAbsent(owner, source) == source) {
            RedisDomain.get().askThrough(source);
        }
    }
}
