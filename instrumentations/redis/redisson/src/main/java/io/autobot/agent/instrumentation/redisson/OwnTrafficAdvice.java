package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisThread;
import net.bytebuddy.asm.Advice;

/** What Redisson sends within the method, the application asked for long before. */
public final class OwnTrafficAdvice {
    private OwnTrafficAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean entered() {
        RedisThread.current().enterInternal();
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void exited(@Advice.Enter boolean entered) {
        if (entered) {
            RedisThread.current().exitInternal();
        }
    }
}
