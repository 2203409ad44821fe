package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisThread;
import net.bytebuddy.asm.Advice;

/** A pool makes a connection. */
public final class MakeConnectionAdvice {
    private MakeConnectionAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean making(@Advice.This Object factory) {
        RedisThread thread = RedisThread.current();
        thread.enterInternal();
        thread.making(RedisDomain.get().origin(factory));
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void made(@Advice.Enter boolean entered) {
        if (entered) {
            RedisThread thread = RedisThread.current();
            thread.making(null);
            thread.exitInternal();
        }
    }
}
