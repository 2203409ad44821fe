package io.autobot.agent.instrumentation.pool2;

import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisPoolOrigin;
import io.autobot.agent.spi.StateMap;

/** Where the connections of each Redis client's factory go. A factory becomes known when it makes a connection. */
public final class RedisFactories {
    private static final StateMap<Object, RedisPoolOrigin> ORIGINS = new StateMap<>();

    private RedisFactories() {}

    /** The origin of this factory's connections; made known by this call. */
    public static RedisPoolOrigin origin(Object factory) {
        RedisPoolOrigin known = ORIGINS.get(factory);
        return known != null ? known : ORIGINS.putIfAbsent(factory, new RedisPoolOrigin(RedisDomain.get()));
    }

    /** Whether this factory belongs to a Redis client. Looked at once for each pool. */
    static boolean isRedis(Object factory) {
        if (factory == null) {
            return false;
        }
        // A subclass of a client's factory is the client's too.
        for (Class<?> type = factory.getClass(); type != null; type = type.getSuperclass()) {
            String name = type.getName();
            if (name.startsWith("redis.clients.jedis.") || name.startsWith("io.lettuce.core.")) {
                return true;
            }
        }
        return ORIGINS.get(factory) != null;
    }
}
