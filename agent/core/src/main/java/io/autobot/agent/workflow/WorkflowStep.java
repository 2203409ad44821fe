package io.autobot.agent.workflow;

import io.autobot.agent.metrics.SeriesGuard;
import java.util.concurrent.atomic.LongAdder;

/** Counts the steps of one kind in workflows of one definition. Any thread; no lock, no allocation. */
final class WorkflowStep {
    private static final StepStatus[] STATUSES = StepStatus.values();

    private final String workflowType;
    private final String stepType;
    private final SeriesGuard.Family folded;
    private final LongAdder[] ended = new LongAdder[STATUSES.length];

    /** @param folded told of each event when this is the folded one, else {@code null} */
    WorkflowStep(String workflowType, String stepType, SeriesGuard.Family folded) {
        this.workflowType = workflowType;
        this.stepType = stepType;
        this.folded = folded;
        for (int i = 0; i < ended.length; i++) {
            ended[i] = new LongAdder();
        }
    }

    void ended(StepStatus status) {
        ended[status.ordinal()].increment();
        if (folded != null) {
            folded.folded();
        }
    }

    String workflowType() {
        return workflowType;
    }

    String stepType() {
        return stepType;
    }

    long count(StepStatus status) {
        return ended[status.ordinal()].sum();
    }
}
