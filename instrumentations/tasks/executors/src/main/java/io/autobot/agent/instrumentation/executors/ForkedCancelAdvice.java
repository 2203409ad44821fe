package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.ForkJoinTask;
import net.bytebuddy.asm.Advice;

/** Around {@code ForkJoinTask.trySetCancelled}, through which all cancelling goes, that of a pool that stops included. */
public final class ForkedCancelAdvice {
    private ForkedCancelAdvice() {}

    /** @return the recorder if cancelling succeeds, {@code null} for what does not count */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object cancelling(@Advice.This ForkJoinTask<?> task) {
        return ForkedTasks.cancelling(task);
    }

    /** @param kind what {@link #cancelling} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void cancelled(@Advice.This ForkJoinTask<?> task, @Advice.Enter Object kind) {
        if (kind != null) {
            ForkedTasks.cancelled(task, kind);
        }
    }
}
