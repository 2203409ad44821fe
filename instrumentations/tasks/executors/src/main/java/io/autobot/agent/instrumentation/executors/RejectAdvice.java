package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import net.bytebuddy.asm.Advice;

/** Around {@code ThreadPoolExecutor.reject}: a pool does not take a task, and its handler decides what becomes of it. */
public final class RejectAdvice {
    private RejectAdvice() {}

    /** @return a run, if the calling thread is to run the task itself */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long rejecting(
            @Advice.This ThreadPoolExecutor pool,
            @Advice.FieldValue("handler") RejectedExecutionHandler handler,
            @Advice.Argument(0) Runnable task) {
        return Rejections.rejecting(pool, handler, task);
    }

    /** @param run what {@link #rejecting} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void rejected(
            @Advice.This ThreadPoolExecutor pool,
            @Advice.FieldValue("handler") RejectedExecutionHandler handler,
            @Advice.Argument(0) Runnable task,
            @Advice.Enter long run,
            @Advice.Thrown Throwable thrown) {
        Rejections.rejected(pool, handler, task, run, thrown);
    }
}
