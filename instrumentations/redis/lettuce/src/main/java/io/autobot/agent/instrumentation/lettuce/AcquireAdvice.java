package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.support.AsyncObjectFactory;
import io.lettuce.core.support.BoundedAsyncPool;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;

/** Somebody asks the asynchronous pool for a connection. */
public final class AcquireAdvice {
    private AcquireAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long acquiring() {
        return System.nanoTime();
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void acquired(
            @Advice.This BoundedAsyncPool<?> pool,
            @Advice.FieldValue("factory") AsyncObjectFactory<?> factory,
            @Advice.Enter long start,
            @Advice.Return CompletableFuture<?> connection) {
        LettuceAsyncPools.acquired(pool, factory, start, connection);
    }
}
