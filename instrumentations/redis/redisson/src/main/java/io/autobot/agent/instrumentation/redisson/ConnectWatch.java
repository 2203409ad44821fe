package io.autobot.agent.instrumentation.redisson;

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
        } else if (isTimeout(failure)) {
            node.database().connectTimeout();
        }
    }

    private static boolean isTimeout(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof ConnectTimeoutException) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
