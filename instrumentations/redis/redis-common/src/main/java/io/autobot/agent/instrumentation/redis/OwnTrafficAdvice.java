package io.autobot.agent.instrumentation.redis;

import io.autobot.agent.redis.RedisThread;
import net.bytebuddy.asm.Advice;

/** What the client sends within the method, on the same thread, the application never asked for. */
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
