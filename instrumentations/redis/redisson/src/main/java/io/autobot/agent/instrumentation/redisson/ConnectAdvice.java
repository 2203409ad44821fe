package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisThread;
import net.bytebuddy.asm.Advice;
import org.redisson.api.RFuture;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;

/** A connection is being opened. */
public final class ConnectAdvice {
    private ConnectAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void connecting(@Advice.This RedisClient client, @Advice.Return RFuture<RedisConnection> connection) {
        RedissonNode node = RedissonNodes.known(client);
        if (connection != null && node != null && !RedisThread.current().sampling()) {
            connection.whenComplete(new ConnectWatch(node));
        }
    }
}
