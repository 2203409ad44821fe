package io.autobot.agent.tasks;

import io.autobot.agent.metrics.Domains;
import io.autobot.agent.metrics.SeriesGuard;

/**
 * Tasks as a whole: where the instrumentations of everything that runs or repeats work find the metrics. Made with the
 * first task that is seen, so that a service without any never loads it. Any thread.
 */
public final class TasksDomain {
    private final TaskMetrics metrics;

    /** A domain whose series the guard limits. */
    public TasksDomain(SeriesGuard guard) {
        metrics = new TaskMetrics(guard);
    }

    /** The domain of this JVM. */
    public static TasksDomain get() {
        return Domains.get(TasksDomain.class);
    }

    public TaskMetrics metrics() {
        return metrics;
    }

    /**
     * Counts further attempts at work of this name, shown from 0 on.
     *
     * @param taskType a declared name, or one of {@link TaskNames}; {@code null} or empty is {@code unknown}
     */
    public TaskRetries retries(String taskType) {
        return metrics.retries(taskType);
    }
}
