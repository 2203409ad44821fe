package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.TaskStatus;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;

/** Around {@code ThreadPoolExecutor.getTask}, which a worker calls between two tasks. */
public final class TakeAdvice {
    private TakeAdvice() {}

    /** The task before has returned. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void asks() {
        PoolThread thread = PoolThread.current();
        if (thread != null) {
            thread.done(TaskStatus.SUCCESS);
        }
    }

    /** The next one is there; none if the worker is to end. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void taken(@Advice.This ThreadPoolExecutor pool, @Advice.Return Runnable task) {
        if (task != null) {
            Workers.taken(pool, task);
        }
    }
}
