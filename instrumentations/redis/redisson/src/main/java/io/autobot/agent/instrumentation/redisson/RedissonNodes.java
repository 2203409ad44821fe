package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisDatabase;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.spi.StateMap;
import org.redisson.client.RedisClient;
import org.redisson.connection.ConnectionManager;
import org.redisson.connection.MasterSlaveEntry;

/** The servers that applications talk to through Redisson. Sentinels, and connections for topology, are none of them. */
final class RedissonNodes {
    private static final StateMap<RedisClient, RedissonNode> NODES = new StateMap<>();

    private RedissonNodes() {}

    static RedissonNode of(RedisClient client) {
        RedissonNode known = NODES.get(client);
        return known != null ? known : NODES.putIfAbsent(client, new RedissonNode(client));
    }

    /** {@code null} for one that no application's command goes to. */
    static RedissonNode known(RedisClient client) {
        return NODES.get(client);
    }

    /** The server that an open connection leads to. */
    static RedissonNode reached(RedisClient client) {
        RedissonNode node = of(client);
        node.reached(client);
        return node;
    }

    /** Where a command would have gone that got no connection: all servers of a client have one database. */
    static RedisDatabase database(ConnectionManager manager) {
        for (MasterSlaveEntry entry : manager.getEntrySet()) {
            if (entry.getClient() != null) {
                return of(entry.getClient()).database();
            }
        }
        return RedisDomain.get().database(RedisServer.UNKNOWN, RedisServer.UNKNOWN_INDEX);
    }
}
