package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisThread;
import net.bytebuddy.asm.Advice;

/** A pool's factory makes a connection: its handshake is not the application's, and tells where the pool leads. */
public final class MakeConnectionAdvice {
    private MakeConnectionAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean making(@Advice.This Object factory) {
        RedisThread thread = RedisThread.current();
        thread.enterInternal();
        thread.making(JedisServers.origin(factory));
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void made(@Advice.Enter boolean entered, @Advice.Thrown Throwable thrown) {
        if (entered) {
            RedisThread thread = RedisThread.current();
            if (thrown == null && thread.making() != null) {
                thread.making().made();
            }
            thread.making(null);
            thread.exitInternal();
        }
    }
}
