package io.autobot.agent.tasks;

import io.autobot.agent.metrics.SeriesGuard;
import java.util.concurrent.atomic.LongAdder;

/** Counts the further attempts at work of one name. Any thread; no lock, no allocation. */
public final class TaskRetries {
    private static final RetryReason[] REASONS = RetryReason.values();

    private final String taskType;

    /** Told of each event when this is the folded one, else {@code null}. */
    private final SeriesGuard.Family folded;

    private final LongAdder[] counts = new LongAdder[REASONS.length];

    TaskRetries(String taskType, SeriesGuard.Family folded) {
        this.taskType = taskType;
        this.folded = folded;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    /**
     * Another attempt begins.
     *
     * @param failure how the attempt before ended, {@code null} if it ended with a result that was not good enough
     */
    public void again(Throwable failure) {
        againAfter(Failures.reason(failure));
    }

    /** As {@link #again}, where the failure itself is no longer there. */
    public void againAfter(RetryReason reason) {
        counts[reason.ordinal()].increment();
        if (folded != null) {
            folded.folded();
        }
    }

    String taskType() {
        return taskType;
    }

    long count(RetryReason reason) {
        return counts[reason.ordinal()].sum();
    }

    long count() {
        long all = 0;
        for (LongAdder count : counts) {
            all += count.sum();
        }
        return all;
    }
}
