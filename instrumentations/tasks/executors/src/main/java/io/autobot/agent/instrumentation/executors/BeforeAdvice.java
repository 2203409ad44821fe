package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;

/**
 * Before {@code ThreadPoolExecutor.beforeExecute}: for the one task that a worker was waiting for when the pool was
 * instrumented, which it took unseen.
 */
public final class BeforeAdvice {
    private BeforeAdvice() {}

    /** Nothing for a task that is known. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void begins(@Advice.This ThreadPoolExecutor pool, @Advice.Argument(1) Runnable task) {
        PoolThread thread = PoolThread.current();
        if (thread != null && task != null) {
            thread.runs(pool, task);
        }
    }
}
