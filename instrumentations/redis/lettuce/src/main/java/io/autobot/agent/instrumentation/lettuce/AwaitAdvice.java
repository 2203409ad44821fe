package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisThread;
import net.bytebuddy.asm.Advice;

/** The sync API waits for a command and cancels it when the time is up. */
public final class AwaitAdvice {
    private AwaitAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean awaiting() {
        RedisThread.current().awaiting(true);
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void awaited(@Advice.Enter boolean entered) {
        if (entered) {
            RedisThread.current().awaiting(false);
        }
    }
}
