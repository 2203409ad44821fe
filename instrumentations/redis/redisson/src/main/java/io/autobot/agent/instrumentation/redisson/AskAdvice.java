package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import org.redisson.command.RedisExecutor;

/** An attempt asks its pool for a connection. */
public final class AskAdvice {
    private AskAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void asking(@Advice.This RedisExecutor<?, ?> executor) {
        ExecutorState.asked(executor, System.nanoTime());
    }
}
