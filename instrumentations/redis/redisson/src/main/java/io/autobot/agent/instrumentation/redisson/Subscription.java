package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisConnectionView;
import java.lang.ref.WeakReference;
import org.redisson.client.RedisPubSubConnection;

/** A connection that was subscribed: in use until it is closed, since no pool hands it to anybody else. */
final class Subscription implements RedisConnectionView {
    private final WeakReference<RedisPubSubConnection> connection;
    private final RedissonNode node;

    Subscription(RedisPubSubConnection connection, RedissonNode node) {
        this.connection = new WeakReference<>(connection);
        this.node = node;
    }

    @Override
    public boolean open() {
        RedisPubSubConnection living = connection.get();
        return living != null && living.isOpen();
    }

    @Override
    public boolean pooled() {
        return false;
    }

    @Override
    public String database() {
        return node.alias();
    }
}
