package io.autobot.agent.tasks;

/** Who runs tasks: threads that bear one name but for their numbers. Any thread. */
public final class TaskAgent {
    private final TaskMetrics metrics;
    private final int number;
    private final String name;
    private final boolean excluded;
    private volatile TaskWait wait;

    TaskAgent(TaskMetrics metrics, int number, String name, boolean excluded) {
        this.metrics = metrics;
        this.number = number;
        this.name = name;
        this.excluded = excluded;
    }

    /** The value of the {@code agent_type} label. */
    public String name() {
        return name;
    }

    /** One of a few, from 0 on. */
    int number() {
        return number;
    }

    /** Whether nothing that it runs counts. */
    boolean excluded() {
        return excluded;
    }

    /** How long its tasks wait. */
    public TaskWait waits() {
        TaskWait known = wait;
        if (known == null) {
            known = metrics.wait(name);
            wait = known;
        }
        return known;
    }
}
