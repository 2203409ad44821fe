package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import org.redisson.client.RedisConnection;
import org.redisson.command.RedisExecutor;

/** An attempt has its connection and hands the command over. */
public final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object sending(@Advice.This Object executor, @Advice.Argument(1) RedisConnection connection) {
        Attempts.begin((RedisExecutor<?, ?>) executor, connection);
        return Sending.enter((RedisExecutor<?, ?>) executor);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void sent(@Advice.Enter Object before) {
        Sending.exit(before);
    }
}
