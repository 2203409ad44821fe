package io.autobot.agent.tasks;

import java.util.Arrays;

/** What executors run that is of one class. Any thread; a known kind is found without a lock and without allocation. */
public final class ExecutorTask {
    private static final TaskKind[] NONE = {};

    private final TaskMetrics metrics;
    private final TaskAgents agents;

    /** {@code null} if it does not count. */
    private final String name;

    /** By the number of who runs them. */
    private volatile TaskKind[] kinds = NONE;

    ExecutorTask(TaskMetrics metrics, TaskAgents agents, String name) {
        this.metrics = metrics;
        this.agents = agents;
        this.name = name;
    }

    /** Whether such tasks are left out, whoever runs them. */
    public boolean excluded() {
        return name == null;
    }

    /** The recorder of those that this one runs; {@code null} if they do not count. */
    public TaskKind kind(TaskAgent agent) {
        TaskKind[] known = kinds;
        int number = agent.number();
        TaskKind kind = number < known.length ? known[number] : null;
        return kind != null || name == null || agent.excluded() ? kind : meet(agent);
    }

    /**
     * The recorder of those that never ran: of who runs the others, if that is one alone; {@code null} if they do not
     * count.
     */
    public TaskKind notRun() {
        if (name == null) {
            return null;
        }
        TaskKind[] known = kinds;
        TaskKind only = null;
        for (int number = 0; number < known.length; number++) {
            if (known[number] != null && number != agents.unknown().number()) {
                if (only != null) {
                    return kind(agents.unknown());
                }
                only = known[number];
            }
        }
        return only == null ? kind(agents.unknown()) : only;
    }

    private synchronized TaskKind meet(TaskAgent agent) {
        int number = agent.number();
        TaskKind[] known = kinds;
        TaskKind[] more = number < known.length ? known.clone() : Arrays.copyOf(known, number + 1);
        if (more[number] == null) {
            more[number] = metrics.kind(name, agent.name());
            kinds = more;
        }
        return more[number];
    }
}
