package io.autobot.agent.instrumentation.executors;

import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;

/** After {@code ThreadPoolExecutor.shutdownNow}, which gives back what has not begun. */
public final class DrainAdvice {
    private DrainAdvice() {}

    /** @param tasks {@code null} if it threw */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void drained(@Advice.This ThreadPoolExecutor pool, @Advice.Return List<Runnable> tasks) {
        if (tasks != null) {
            for (Runnable task : tasks) {
                Rejections.drained(pool, task);
            }
        }
    }
}
