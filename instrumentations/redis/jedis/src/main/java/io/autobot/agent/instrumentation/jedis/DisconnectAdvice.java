package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisConnection;
import net.bytebuddy.asm.Advice;
import redis.clients.jedis.Connection;

/** The connection is closed. */
public final class DisconnectAdvice {
    private DisconnectAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void disconnected(@Advice.This Connection connection) {
        RedisConnection state = JedisConnections.known(connection);
        if (state != null) {
            state.disconnected();
        }
    }
}
