package io.autobot.agent.tasks;

import io.autobot.agent.config.Config;
import io.autobot.agent.metrics.Domains;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;

/**
 * Tasks as a whole: where the instrumentations of everything that runs or repeats work find the metrics. Made with the
 * first task that is seen, so that a service without any never loads it. Any thread.
 */
public final class TasksDomain {
    private final TaskMetrics metrics;
    private final Config config;
    private volatile ExecutorTasks executorTasks;

    /** A domain whose series the guard limits. */
    public TasksDomain(SeriesGuard guard, Histograms histograms, Config config) {
        metrics = new TaskMetrics(guard, histograms);
        this.config = config;
    }

    /** The domain of this JVM. */
    public static TasksDomain get() {
        return Domains.get(TasksDomain.class);
    }

    public TaskMetrics metrics() {
        return metrics;
    }

    /** Tasks of executors, which know nothing of them but their class. Made when first asked for. */
    public ExecutorTasks executorTasks() {
        ExecutorTasks known = executorTasks;
        return known != null ? known : makeExecutorTasks();
    }

    private synchronized ExecutorTasks makeExecutorTasks() {
        if (executorTasks == null) {
            executorTasks = new ExecutorTasks(metrics, new TaskExclusions(config));
        }
        return executorTasks;
    }

    /**
     * Counts tasks of a framework that knows them by name. To be kept, or asked for with each task: found by two
     * look-ups, without allocation.
     *
     * @param taskType a declared name, or one of {@link TaskNames}; {@code null} or empty is {@code unknown}
     * @param agentType who runs it: the framework, or its queue or pool
     */
    public TaskKind kind(String taskType, String agentType) {
        return metrics.kind(taskType, agentType);
    }

    /**
     * Counts tasks that are methods of the application's objects. To be kept.
     *
     * @param agentType who runs them
     */
    public TaskMethods methods(String agentType) {
        return new TaskMethods(metrics, agentType);
    }

    /** For a framework whose tasks are told by several hooks on one thread. To be kept. */
    public ThreadRun threadRun() {
        return new ThreadRun(metrics);
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
