package io.autobot.agent.instrumentation.springtasks;

import java.util.Map;

/** What methods say of themselves: the other side of what the agent counts. */
final class Tally {
    private final Map<String, Long> counts;

    Tally(Map<String, Long> counts) {
        this.counts = counts;
    }

    /** @param what task type, agent type and status */
    synchronized void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }
}
