package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.TaskStatus;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;

/** Around {@code ThreadPoolExecutor.getTask}, which a worker calls between two tasks. */
public final class TakeAdvice {
    private TakeAdvice() {}

    /** @return the thread, whose task before has returned; {@code null} for a virtual one */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object asks() {
        PoolThread thread = PoolThread.current();
        if (thread != null) {
            thread.done(TaskStatus.SUCCESS);
        }
        return thread;
    }

    /**
     * The next one is there; none if the worker is to end.
     *
     * @param thread what {@link #asks} returned
     */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void taken(
            @Advice.This ThreadPoolExecutor pool, @Advice.Enter Object thread, @Advice.Return Runnable task) {
        if (task != null && thread != null) {
            ((PoolThread) thread).taken(pool, task);
        }
    }
}
