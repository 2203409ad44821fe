package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisPoolOrigin;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerSource;
import java.lang.ref.WeakReference;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.PooledObjectFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Jedis;

/** Asks through a connection that the application's factory makes for us; its pool never sees it. */
final class PoolServerSource implements RedisServerSource {
    private final WeakReference<PooledObjectFactory<?>> factory;
    private final RedisPoolOrigin origin;

    PoolServerSource(PooledObjectFactory<?> factory, RedisPoolOrigin origin) {
        this.factory = new WeakReference<>(factory);
        this.origin = origin;
    }

    @Override
    public RedisServer server() {
        return origin.closed() || origin.server() == RedisServer.UNKNOWN ? null : origin.server();
    }

    @Override
    public boolean isPool() {
        return true;
    }

    @Override
    public String info() throws Exception {
        PooledObjectFactory<?> living = factory.get();
        return living == null ? "" : info(living);
    }

    private static <T> String info(PooledObjectFactory<T> factory) throws Exception {
        PooledObject<T> made = factory.makeObject();
        try {
            return made.getObject() instanceof Jedis jedis
                    ? jedis.info()
                    : ServerInfo.of((Connection) made.getObject());
        } finally {
            factory.destroyObject(made);
        }
    }
}
