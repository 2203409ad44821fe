package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.TaskStatus;
import net.bytebuddy.asm.Advice;

/** Around a task of {@code ThreadPerTaskExecutor.execute}, on a thread of its own; one that was submitted is a future. */
public final class ThreadTaskAdvice {
    private ThreadTaskAdvice() {}

    /** @return the run, 0 if it does not count or tells of itself */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(@Advice.FieldValue("task") Runnable work) {
        return Work.tellsItself(work) ? 0 : Work.begin(work);
    }

    /** @param run what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(@Advice.Enter long run, @Advice.Thrown Throwable thrown) {
        if (run != 0) {
            Work.TASKS.end(run, thrown == null ? TaskStatus.SUCCESS : TaskStatus.FAILED);
        }
    }
}
