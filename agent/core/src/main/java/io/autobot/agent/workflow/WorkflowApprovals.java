package io.autobot.agent.workflow;

import io.autobot.agent.metrics.SeriesGuard;
import java.util.concurrent.atomic.LongAdder;

/** Counts people's part in workflows of one definition. Any thread; no lock, no allocation. */
final class WorkflowApprovals {
    private static final Decision[] DECISIONS = Decision.values();

    private final String workflowType;
    private final SeriesGuard.Family folded;
    private final LongAdder[] counts = new LongAdder[DECISIONS.length];

    /** @param folded told of each event when this is the folded one, else {@code null} */
    WorkflowApprovals(String workflowType, SeriesGuard.Family folded) {
        this.workflowType = workflowType;
        this.folded = folded;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void count(Decision decision) {
        counts[decision.ordinal()].increment();
        if (folded != null) {
            folded.folded();
        }
    }

    String workflowType() {
        return workflowType;
    }

    long count(int decision) {
        return counts[decision].sum();
    }
}
