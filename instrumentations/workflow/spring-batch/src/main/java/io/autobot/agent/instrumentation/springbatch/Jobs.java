package io.autobot.agent.instrumentation.springbatch;

import io.autobot.agent.workflow.StepStatus;
import io.autobot.agent.workflow.Workflow;
import io.autobot.agent.workflow.WorkflowDomain;
import io.autobot.agent.workflow.WorkflowStatus;
import org.springframework.batch.core.BatchStatus;

/** Turns what the library says of an execution into the domain's words. Any thread. */
final class Jobs {
    private static final WorkflowDomain WORKFLOWS = WorkflowDomain.get();

    private Jobs() {}

    static Workflow workflow(String jobName) {
        return WORKFLOWS.workflow(jobName);
    }

    /** @param outcome see {@link Executions#jobOutcome} */
    static WorkflowStatus ended(BatchStatus outcome, Throwable thrown) {
        return switch (outcome) {
            case COMPLETED -> thrown == null ? WorkflowStatus.SUCCESS : WorkflowStatus.FAILED;
            case STOPPING, STOPPED -> WorkflowStatus.CANCELLED;
            // Nothing of the library leaves it started: whatever did has not brought it to an end.
            case STARTING, STARTED, FAILED, ABANDONED, UNKNOWN -> WorkflowStatus.FAILED;
        };
    }

    static StepStatus stepEnded(BatchStatus outcome, Throwable thrown) {
        return switch (ended(outcome, thrown)) {
            case SUCCESS -> StepStatus.COMPLETED;
            case CANCELLED -> StepStatus.CANCELLED;
            case FAILED, TIMEOUT -> StepStatus.FAILED;
        };
    }
}
