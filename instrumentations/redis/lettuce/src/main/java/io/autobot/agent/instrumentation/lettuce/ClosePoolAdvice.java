package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.support.BoundedAsyncPool;
import net.bytebuddy.asm.Advice;

/** The application closes an asynchronous pool. */
public final class ClosePoolAdvice {
    private ClosePoolAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void closing(@Advice.This BoundedAsyncPool<?> pool) {
        LettuceAsyncPools.closed(pool);
    }
}
