package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import org.redisson.command.RedisExecutor;

/** A batch is handed over now, or once the connection's last command has ended. */
public final class SendLaterAdvice {
    private SendLaterAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object sending(@Advice.This Object executor) {
        return Sending.enter((RedisExecutor<?, ?>) executor);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void sent(@Advice.Enter Object before) {
        Sending.exit(before);
    }
}
