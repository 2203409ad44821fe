package io.autobot.agent.instrumentation.dbscheduler;

import com.github.kagkarlsson.scheduler.task.Execution;
import net.bytebuddy.asm.Advice;

/** Around {@code executePickedExecution}: a task's turn has come. */
public final class ExecuteAdvice {
    private ExecuteAdvice() {}

    /** @return the run that goes on around this one, 0 for none */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(@Advice.Argument(0) Execution execution) {
        return Executions.begin(execution);
    }

    /** @param outer what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(@Advice.Enter long outer) {
        Executions.leave(outer);
    }
}
