package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import net.bytebuddy.asm.Advice;

/** Around the work of a fork/join pool that was given to it as a {@code Callable}; what forks from it does not count. */
public final class ForkedCallableAdvice {
    private ForkedCallableAdvice() {}

    /** @return the run, 0 if it does not count or tells of itself */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(@Advice.FieldValue("callable") Callable<?> work) {
        return Work.beginUntold(work);
    }

    /** @param run what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(
            @Advice.This ForkJoinTask<?> task, @Advice.Enter long run, @Advice.Thrown Throwable thrown) {
        ForkedTasks.end(task, run, thrown);
    }
}
