package io.autobot.agent.instrumentation.springbatch;

import io.autobot.agent.workflow.StepStatus;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A restarted job does not execute again what an earlier execution has completed or given up. */
public final class PassedOverAdvice {
    private PassedOverAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void decided(
            @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object jobExecution,
            @Advice.Argument(value = 2, typing = Assigner.Typing.DYNAMIC) Object step,
            @Advice.Return boolean starts,
            @Advice.Thrown Throwable thrown) {
        if (!starts && thrown == null) {
            Jobs.workflow(Executions.jobName(jobExecution)).step(Executions.stepName(step), StepStatus.SKIPPED);
        }
    }
}
