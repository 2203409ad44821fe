package io.autobot.agent.workflow;

import io.autobot.agent.metrics.Durations;
import io.autobot.agent.metrics.SeriesGuard;
import java.util.concurrent.atomic.LongAdder;

/** Counts the workflows of one definition. Any thread; no lock. */
public final class Workflow {
    private static final WorkflowStatus[] STATUSES = WorkflowStatus.values();

    private final WorkflowMetrics metrics;
    private final String type;
    private final Durations durations;

    /** Told of each event when this is the folded one, else {@code null}. */
    private final SeriesGuard.Family folded;

    private final LongAdder active = new LongAdder();
    private final LongAdder[] ended = new LongAdder[STATUSES.length];

    Workflow(WorkflowMetrics metrics, String type, Durations durations, SeriesGuard.Family folded) {
        this.metrics = metrics;
        this.type = type;
        this.durations = durations;
        this.folded = folded;
        for (int i = 0; i < ended.length; i++) {
            ended[i] = new LongAdder();
        }
    }

    /** One of them starts. Whoever sees it end, on whatever thread, tells the run. */
    public WorkflowRun start() {
        active.increment();
        return new WorkflowRun(this);
    }

    /**
     * One of them starts, which only this object can bring to an end: when it is collected before, the run is left.
     *
     * @param owner held weakly
     */
    public WorkflowRun start(Object owner) {
        WorkflowRun run = start();
        metrics.owners().add(owner, run);
        return run;
    }

    /**
     * One that started elsewhere, or before this agent, has ended here.
     *
     * @param nanos how long it took by its engine's own account; negative if that is not known
     */
    public void ended(WorkflowStatus status, long nanos) {
        ended[status.ordinal()].increment();
        if (nanos >= 0) {
            durations.observe(nanos);
        }
        if (folded != null) {
            folded.folded();
        }
    }

    /** A run of this JVM has ended. */
    void runEnded(WorkflowStatus status, long nanos) {
        active.decrement();
        ended(status, nanos);
    }

    /** A run of this JVM is nobody's concern any more: its end will not be seen here. */
    void runLeft() {
        active.decrement();
    }

    /**
     * A step has ended.
     *
     * @param stepType its declared name or kind, bounded in number
     */
    public void step(String stepType, StepStatus status) {
        metrics.step(type, stepType).ended(status);
    }

    /** Something about a person's part. */
    public void approval(Decision decision) {
        metrics.approvals(type).count(decision);
    }

    /** The value of the {@code workflow_type} label. */
    public String type() {
        return type;
    }

    Durations durations() {
        return durations;
    }

    long active() {
        return Math.max(0, active.sum());
    }

    long ended(WorkflowStatus status) {
        return ended[status.ordinal()].sum();
    }

    long activity() {
        long sum = 1 + active.sum();
        for (LongAdder count : ended) {
            sum += count.sum();
        }
        return sum;
    }
}
