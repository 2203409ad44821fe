package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.tasks.TaskStatus;
import net.bytebuddy.asm.Advice;
import org.springframework.scheduling.support.ScheduledMethodRunnable;

/** Around {@code ScheduledMethodRunnable.run}: a scheduled method runs. */
public final class ScheduledAdvice {
    private ScheduledAdvice() {}

    /** @return the run */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(@Advice.This ScheduledMethodRunnable runnable) {
        return Scheduled.kind(runnable.getMethod(), runnable.getTarget().getClass())
                .begin();
    }

    /** @param run what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(@Advice.Enter long run, @Advice.Thrown Throwable thrown) {
        if (run != 0) {
            Scheduled.METRICS.end(run, TaskStatus.of(thrown));
        }
    }
}
