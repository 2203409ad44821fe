package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisCommands;
import net.bytebuddy.asm.Advice;

/** One call of the application that a Jedis 3 cluster may take several attempts at; which command, it does not say. */
public final class UnnamedCallAdvice {
    private UnnamedCallAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean calling() {
        return JedisCalls.enter();
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void called(@Advice.Enter boolean entered, @Advice.Thrown Throwable thrown) {
        if (JedisCalls.exit(entered, thrown)) {
            JedisCalls.failedUnsent(RedisCommands.OTHER, thrown);
        }
    }
}
