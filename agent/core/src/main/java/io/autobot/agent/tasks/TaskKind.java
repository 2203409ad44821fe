package io.autobot.agent.tasks;

import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the tasks of one kind, by what they do and who runs them. Any thread; no lock, no allocation.
 *
 * <p>A run is told as a plain number, so that nothing has to be allocated between its start and its end: {@link #begin}
 * gives it, {@link TaskMetrics#end(long)} takes it.
 */
public final class TaskKind {
    private static final TaskStatus[] STATUSES = TaskStatus.values();

    private final String taskType;
    private final String agentType;
    private final DistributionDataPoint duration;

    /** Told of each event when this is the folded one, else {@code null}. */
    private final SeriesGuard.Family folded;

    private final long mark;
    private final LongAdder active = new LongAdder();
    private final LongAdder[] ended = new LongAdder[STATUSES.length];

    TaskKind(String taskType, String agentType, int number, DistributionDataPoint duration, SeriesGuard.Family folded) {
        this.taskType = taskType;
        this.agentType = agentType;
        this.duration = duration;
        this.folded = folded;
        mark = TaskRuns.mark(number);
        for (int i = 0; i < ended.length; i++) {
            ended[i] = new LongAdder();
        }
    }

    /**
     * A task of this kind begins to run.
     *
     * @return the run, never 0
     */
    public long begin() {
        active.increment();
        return TaskRuns.begun(mark);
    }

    /** A task ran for so long; {@link #count} says how it ended. */
    void ran(long nanos) {
        active.decrement();
        duration.observe(nanos / 1e9);
    }

    /** A task that {@link #begin} did not tell of, because its kind was not known yet, has run for so long. */
    public void ended(TaskStatus status, long nanos) {
        duration.observe(nanos / 1e9);
        count(status);
    }

    /** A task that runs is nobody's concern any more: its end will not be seen. */
    void left() {
        active.decrement();
    }

    /** A task has ended so. */
    public void count(TaskStatus status) {
        ended[status.ordinal()].increment();
        if (folded != null) {
            folded.folded();
        }
    }

    public String taskType() {
        return taskType;
    }

    public String agentType() {
        return agentType;
    }

    long active() {
        return Math.max(0, active.sum());
    }

    long ended(TaskStatus status) {
        return ended[status.ordinal()].sum();
    }

    long activity() {
        long sum = active.sum();
        for (LongAdder count : ended) {
            sum += count.sum();
        }
        return sum;
    }
}
