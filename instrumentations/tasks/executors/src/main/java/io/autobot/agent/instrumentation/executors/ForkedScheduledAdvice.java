package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import net.bytebuddy.asm.Advice;

/** Around one time of a delayed or periodic task of a fork/join pool, which is either a runnable or a callable. */
public final class ForkedScheduledAdvice {
    private ForkedScheduledAdvice() {}

    /** @return the run, 0 if it does not count or tells of itself */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(
            @Advice.FieldValue("runnable") Runnable runnable, @Advice.FieldValue("callable") Callable<?> callable) {
        Object work = runnable == null ? callable : runnable;
        // Both are gone once it is cancelled.
        return work == null ? 0 : Work.beginUntold(work);
    }

    /** @param run what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(
            @Advice.This ForkJoinTask<?> task, @Advice.Enter long run, @Advice.Thrown Throwable thrown) {
        ForkedTasks.end(task, run, thrown);
    }
}
