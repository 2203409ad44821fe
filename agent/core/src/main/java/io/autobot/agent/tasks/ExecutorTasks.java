package io.autobot.agent.tasks;

/**
 * The tasks of executors, told apart by the class of their work and the name of the thread that runs them. Any thread;
 * what was seen before is found without a lock and without allocation.
 */
public final class ExecutorTasks {
    private final TaskMetrics metrics;
    private final TaskAgents agents;

    /** An entry lives in the class it is about and refers to nothing of the application. */
    private final ClassValue<ExecutorTask> byClass;

    ExecutorTasks(TaskMetrics metrics, TaskExclusions exclusions) {
        this.metrics = metrics;
        agents = new TaskAgents(metrics, exclusions);
        byClass = new ClassValue<>() {
            @Override
            protected ExecutorTask computeValue(Class<?> type) {
                String name = type.getName();
                return new ExecutorTask(
                        ExecutorTasks.this.metrics,
                        agents,
                        exclusions.excludesClass(name) ? null : TaskNames.ofClass(name));
            }
        };
    }

    /** Tasks whose work is of this class. */
    public ExecutorTask of(Class<?> work) {
        return byClass.get(work);
    }

    /** Who runs them. */
    public TaskAgents agents() {
        return agents;
    }

    /** A task has run. */
    public void end(long run) {
        metrics.end(run);
    }

    /** A task has run and has ended so. */
    public void end(long run, TaskStatus status) {
        metrics.end(run, status);
    }

    /** Has this done every second, on the agent's own thread, whether any queue is shown or not. */
    public void everySecond(Runnable chore) {
        metrics.everySecond(chore);
    }

    /** Shows how many tasks wait in this queue, until it says that it has ended. */
    public void show(TaskQueue queue) {
        metrics.show(queue);
    }
}
