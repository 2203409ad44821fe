package io.autobot.agent.flows;

import io.autobot.agent.tasks.TaskStatus;
import io.autobot.agent.workflow.StepStatus;
import io.autobot.agent.workflow.WorkflowStatus;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** How a call ended, in the words of each kind. */
enum FlowOutcome {
    SUCCESS(WorkflowStatus.SUCCESS, StepStatus.COMPLETED, TaskStatus.SUCCESS),
    FAILED(WorkflowStatus.FAILED, StepStatus.FAILED, TaskStatus.FAILED),
    CANCELLED(WorkflowStatus.CANCELLED, StepStatus.CANCELLED, TaskStatus.CANCELLED),
    TIMEOUT(WorkflowStatus.TIMEOUT, StepStatus.FAILED, TaskStatus.TIMEOUT),
    SKIPPED(WorkflowStatus.CANCELLED, StepStatus.SKIPPED, TaskStatus.CANCELLED),
    REJECTED(WorkflowStatus.FAILED, StepStatus.FAILED, TaskStatus.REJECTED);

    final WorkflowStatus workflow;
    final StepStatus step;
    final TaskStatus task;

    FlowOutcome(WorkflowStatus workflow, StepStatus step, TaskStatus task) {
        this.workflow = workflow;
        this.step = step;
        this.task = task;
    }

    /** Of what a method threw. A time that ran out somewhere inside is a failure like any other. */
    static FlowOutcome of(Throwable thrown) {
        Throwable cause = thrown;
        if ((thrown instanceof CompletionException || thrown instanceof ExecutionException)
                && thrown.getCause() != null) {
            cause = thrown.getCause();
        }
        return cause instanceof CancellationException || cause instanceof InterruptedException ? CANCELLED : FAILED;
    }

    /** Of what a future ended with. One that ended itself with a timeout, as {@code orTimeout} does, was out of time. */
    static FlowOutcome ofFuture(Throwable thrown) {
        return thrown instanceof TimeoutException ? TIMEOUT : of(thrown);
    }

    /** What a rule's word means, one of {@link io.autobot.agent.rules.RuleKind#outcomes}. */
    static FlowOutcome named(String outcome) {
        return outcome.equals("completed") ? SUCCESS : valueOf(outcome.toUpperCase(Locale.ROOT));
    }

    /** What a word of the application most likely means; {@code null} for one that says nothing. */
    static FlowOutcome ofWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true",
                    "yes",
                    "ok",
                    "success",
                    "successful",
                    "succeeded",
                    "complete",
                    "completed",
                    "done",
                    "finished" -> SUCCESS;
            case "false", "no", "fail", "failed", "failure", "error", "errored" -> FAILED;
            case "cancelled", "canceled", "aborted" -> CANCELLED;
            case "timeout", "timed_out", "timedout", "expired" -> TIMEOUT;
            case "skipped" -> SKIPPED;
            default -> null;
        };
    }
}
