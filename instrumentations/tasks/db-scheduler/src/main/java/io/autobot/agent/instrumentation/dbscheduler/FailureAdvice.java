package io.autobot.agent.instrumentation.dbscheduler;

import com.github.kagkarlsson.scheduler.task.Execution;
import net.bytebuddy.asm.Advice;

/** Before {@code failure}: the task has thrown. */
public final class FailureAdvice {
    private FailureAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed(@Advice.Argument(1) Execution execution, @Advice.Argument(2) Throwable cause) {
        Executions.failed(execution, cause);
    }
}
