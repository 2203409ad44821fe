package io.autobot.agent.instrumentation.springbatch;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.springframework.batch.core.step.AbstractStep;

/** An execution of a step, or of one partition of it, by the step's own name: that of the execution may be numbered. */
public final class StepAdvice {
    private StepAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ended(
            @Advice.This AbstractStep step,
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object stepExecution,
            @Advice.Thrown Throwable thrown) {
        if (stepExecution != null) {
            Jobs.workflow(Executions.jobNameOfStep(stepExecution))
                    .step(step.getName(), Jobs.stepEnded(Executions.stepOutcome(stepExecution), thrown));
        }
    }
}
