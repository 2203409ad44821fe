package io.autobot.agent.tasks;

import io.autobot.agent.metrics.SeriesGuard;
import java.util.function.Supplier;

/**
 * Tasks as a whole: where the instrumentations of everything that runs or repeats work find the metrics. Made with the
 * first task that is seen, so that a service without any never loads it. Any thread.
 */
public final class TasksDomain {
    private static volatile Supplier<TasksDomain> factory;
    private static volatile TasksDomain instance;

    private final TaskMetrics metrics;

    /** A domain whose series the guard limits. */
    public TasksDomain(SeriesGuard guard) {
        metrics = new TaskMetrics(guard);
    }

    /** Says how to make the domain; once, when the agent starts. */
    public static void provide(Supplier<TasksDomain> maker) {
        factory = maker;
        instance = null;
    }

    /** The domain of this JVM. */
    public static TasksDomain get() {
        TasksDomain made = instance;
        return made == null ? make() : made;
    }

    private static synchronized TasksDomain make() {
        if (instance == null) {
            instance = factory.get();
        }
        return instance;
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
