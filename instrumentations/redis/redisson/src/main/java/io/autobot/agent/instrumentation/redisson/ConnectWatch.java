package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.spi.Causes;
import io.netty.channel.ConnectTimeoutException;
import java.util.function.BiConsumer;
import org.redisson.client.RedisConnection;

/** Learns whether a connection could be opened. */
final class ConnectWatch implements BiConsumer<RedisConnection, Throwable> {
    private static final int DEEPEST = 8;

    private final RedissonNode node;

    ConnectWatch(RedissonNode node) {
        this.node = node;
    }

    @Override
    public void accept(RedisConnection connection, Throwable failure) {
        if (connection != null) {
            node.reached(connection.getRedisClient());
        } else if (Causes.include(failure, ConnectTimeoutException.class, DEEPEST)) {
            node.database().connectTimeout();
        }
    }
}
