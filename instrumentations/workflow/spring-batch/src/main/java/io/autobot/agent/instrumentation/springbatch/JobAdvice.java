package io.autobot.agent.instrumentation.springbatch;

import io.autobot.agent.workflow.WorkflowRun;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** An execution of a job, from its start to what its listeners leave of it. A restart is one more. */
public final class JobAdvice {
    private JobAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static WorkflowRun started(
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object jobExecution) {
        return jobExecution == null
                ? null
                : Jobs.workflow(Executions.jobName(jobExecution)).start();
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ended(
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object jobExecution,
            @Advice.Enter WorkflowRun run,
            @Advice.Thrown Throwable thrown) {
        if (run != null) {
            run.end(Jobs.ended(Executions.jobOutcome(jobExecution), thrown));
        }
    }
}
