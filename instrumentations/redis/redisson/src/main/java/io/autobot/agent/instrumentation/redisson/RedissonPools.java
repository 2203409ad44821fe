package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.spi.StateMap;
import java.util.Queue;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.connection.ClientConnectionsEntry;

/** Redisson's pools; what is shown of each lives as long as the pool does. */
final class RedissonPools {
    private static final StateMap<ClientConnectionsEntry, RedissonPool> POOLS = new StateMap<>();

    private RedissonPools() {}

    static void made(
            ClientConnectionsEntry entry, RedisClient client, int max, Queue<RedisConnection> free, Object permits)
            throws ReflectiveOperationException {
        RedissonPool pool = new RedissonPool(client, RedissonNodes.of(client), max, free, permits);
        POOLS.put(entry, pool);
        RedisDomain.get().metrics().register(pool);
    }
}
