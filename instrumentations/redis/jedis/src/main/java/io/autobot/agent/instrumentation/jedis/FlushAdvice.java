package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisConnection;
import net.bytebuddy.asm.Advice;
import redis.clients.jedis.Connection;

/** What could not be written will never be answered. */
public final class FlushAdvice {
    private FlushAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void flushed(@Advice.This Connection connection, @Advice.Thrown Throwable thrown) {
        if (thrown != null) {
            RedisConnection state = JedisConnections.known(connection);
            if (state != null) {
                state.abandon();
            }
        }
    }
}
