package io.autobot.agent.tasks;

import io.autobot.agent.metrics.Recorders;
import io.autobot.agent.metrics.SeriesGuard;

/**
 * Finds who runs a task by the name of the thread: the name of its pool without numbers. Any thread; a known one is
 * found without allocation.
 */
public final class TaskAgents {
    private static final int MOST = 512;
    private static final int SLOTS = 2_048;
    private static final String VIRTUAL = "virtual";

    private final TaskMetrics metrics;
    private final TaskExclusions exclusions;
    private final TaskAgent unknown;
    private final TaskAgent virtual;
    private final TaskAgent other;

    /** Open addressing by the name's hash; written under the lock, an entry never changes. */
    private final TaskAgent[] slots = new TaskAgent[SLOTS];

    private int count;

    TaskAgents(TaskMetrics metrics, TaskExclusions exclusions) {
        this.metrics = metrics;
        this.exclusions = exclusions;
        unknown = add(Recorders.UNKNOWN);
        virtual = add(VIRTUAL);
        other = add(SeriesGuard.OTHER);
    }

    /** Where nobody can tell who. */
    public TaskAgent unknown() {
        return unknown;
    }

    /**
     * Who bears this name.
     *
     * @param threadName of a thread; virtual threads have none unless they are given one
     */
    public TaskAgent of(String threadName, boolean isVirtual) {
        int end = ThreadNames.endOfName(threadName);
        if (end == 0) {
            return isVirtual ? virtual : unknown;
        }
        int hash = 0;
        for (int i = 0; i < end; i++) {
            hash = 31 * hash + threadName.charAt(i);
        }
        for (int slot = spread(hash); ; slot = slot + 1 & SLOTS - 1) {
            TaskAgent known = slots[slot];
            if (known == null) {
                return admit(threadName.substring(0, end));
            }
            if (known.name().length() == end && threadName.startsWith(known.name())) {
                return known;
            }
        }
    }

    private static int spread(int hash) {
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }

    private synchronized TaskAgent admit(String name) {
        for (int slot = spread(name.hashCode()); slots[slot] != null; slot = slot + 1 & SLOTS - 1) {
            if (slots[slot].name().equals(name)) {
                return slots[slot];
            }
        }
        return count == MOST ? other : add(name);
    }

    private TaskAgent add(String name) {
        int slot = spread(name.hashCode());
        while (slots[slot] != null) {
            slot = slot + 1 & SLOTS - 1;
        }
        TaskAgent added = new TaskAgent(metrics, count++, name, exclusions.excludesThread(name));
        slots[slot] = added;
        return added;
    }
}
