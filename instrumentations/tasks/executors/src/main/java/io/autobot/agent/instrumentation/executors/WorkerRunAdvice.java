package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;

/** Before {@code ThreadPoolExecutor.Worker.run}: a worker begins, most often with a task that it was made for. */
public final class WorkerRunAdvice {
    private WorkerRunAdvice() {}

    /** It takes its first task. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void begins(
            @Advice.FieldValue("this$0") ThreadPoolExecutor pool, @Advice.FieldValue("firstTask") Runnable task) {
        PoolThread thread = PoolThread.current();
        if (task != null && thread != null) {
            thread.taken(pool, task);
        }
    }
}
