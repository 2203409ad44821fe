package io.autobot.agent.instrumentation.dbscheduler;

import net.bytebuddy.asm.Advice;

/** Before {@code complete}: the task has done its work. */
public final class CompleteAdvice {
    private CompleteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void completed() {
        Executions.completed();
    }
}
