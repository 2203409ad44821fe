package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;

/** Around {@code ThreadPoolExecutor.execute}: a task is handed over. */
public final class HandOverAdvice {
    private HandOverAdvice() {}

    /** Now and then one is noted, to measure how long it waits. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void handedOver(@Advice.This ThreadPoolExecutor pool, @Advice.Argument(0) Runnable task) {
        PoolThread thread = PoolThread.current();
        if (thread != null && thread.samples() && task != null) {
            WaitSample.handedOver(pool, task);
        }
    }
}
