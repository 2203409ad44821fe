package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisThread;
import io.autobot.agent.spi.StateMap;
import org.redisson.client.RedisPubSubConnection;
import org.redisson.client.protocol.RedisCommand;

/** Connections with subscriptions. */
final class Subscriptions {
    private static final StateMap<RedisPubSubConnection, Subscription> VIEWS = new StateMap<>();

    private Subscriptions() {}

    /** SUBSCRIBE, UNSUBSCRIBE or their like goes to the server. */
    static void sent(RedisPubSubConnection connection, RedisCommand<?> command) {
        RedissonNode node = RedissonNodes.reached(connection.getRedisClient());
        Subscription view = VIEWS.get(connection);
        if (view == null) {
            view = VIEWS.putIfAbsent(connection, new Subscription(connection, node));
        }
        RedisDomain.get().metrics().register(view);
        if (!RedisThread.current().internal()) {
            node.channel().counted(RedissonCommands.id(command, null));
        }
    }

    /** A message came in. */
    static void received(RedisPubSubConnection connection) {
        RedissonNodes.of(connection.getRedisClient()).channel().received(1);
    }
}
