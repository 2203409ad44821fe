package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisThread;
import net.bytebuddy.asm.Advice;
import redis.clients.jedis.Connection;

/** Jedis 3: a connection that opens sends AUTH and SELECT by itself, in the middle of sending a command. */
public final class ReconnectAdvice {
    private ReconnectAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean connecting(@Advice.This Object client) {
        if (((Connection) client).isConnected()) {
            return false;
        }
        RedisThread.current().enterInternal();
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void connected(@Advice.Enter boolean entered) {
        if (entered) {
            RedisThread.current().exitInternal();
        }
    }
}
