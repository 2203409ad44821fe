package io.autobot.agent.tasks;

import io.autobot.agent.metrics.Durations;
import io.autobot.agent.metrics.SeriesGuard;
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
    private final Durations duration;

    /** Told of each event when this is the folded one, else {@code null}. */
    private final SeriesGuard.Family folded;

    private final long mark;
    private final LongAdder begun = new LongAdder();

    /** Of those that ran, whose end is told by {@link #count}; most succeed, and cost one adder less for it. */
    private final LongAdder failures = new LongAdder();

    private final LongAdder[] ended = new LongAdder[STATUSES.length];

    TaskKind(String taskType, String agentType, int number, Durations duration, SeriesGuard.Family folded) {
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
        begun.increment();
        return TaskRuns.begun(mark);
    }

    /** A task ran for so long and succeeded. */
    void succeeded(long nanos) {
        duration.observe(nanos);
        if (folded != null) {
            folded.folded();
        }
    }

    /** A task ran for so long; {@link #count} says how it ended. */
    void ran(long nanos) {
        failures.increment();
        duration.observe(nanos);
    }

    /** A task has ended so that did not run, or whose run is told apart. */
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
        // What began is read last, so that none of those that ended meanwhile is missed.
        long ran = duration.count();
        return Math.max(0, begun.sum() - ran);
    }

    long ended(TaskStatus status) {
        if (status == TaskStatus.SUCCESS) {
            // In this order a failure between the two readings is no success.
            long ran = duration.count();
            return Math.max(0, ran - failures.sum()) + ended[status.ordinal()].sum();
        }
        return ended[status.ordinal()].sum();
    }

    Durations durations() {
        return duration;
    }

    long activity() {
        long sum = begun.sum() + duration.count();
        for (LongAdder count : ended) {
            sum += count.sum();
        }
        return sum;
    }
}
