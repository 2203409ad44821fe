package io.autobot.agent.instrumentation.executors;

import net.bytebuddy.asm.Advice;

/** Around a task of {@code ThreadPerTaskExecutor.execute}, on a thread of its own; one that was submitted is a future. */
public final class ThreadTaskAdvice {
    private ThreadTaskAdvice() {}

    /** @return the run, 0 if it does not count or tells of itself */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(@Advice.FieldValue("task") Runnable work) {
        return Work.beginUntold(work);
    }

    /** @param run what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(@Advice.Enter long run, @Advice.Thrown Throwable thrown) {
        Work.end(run, thrown);
    }
}
