package io.autobot.agent.tasks;

import io.autobot.agent.metrics.Durations;
import io.autobot.agent.metrics.SeriesGuard;

/** How long tasks wait in the queues of one pool, a sample of them. Any thread; no lock, no allocation. */
public final class TaskWait {
    private final String agentType;
    private final Durations durations;
    private final SeriesGuard.Family folded;

    TaskWait(String agentType, Durations durations, SeriesGuard.Family folded) {
        this.agentType = agentType;
        this.durations = durations;
        this.folded = folded;
    }

    /** A task of the sample has waited so long. */
    public void waited(long nanos) {
        durations.observe(nanos);
        if (folded != null) {
            folded.folded();
        }
    }

    String agentType() {
        return agentType;
    }

    Durations durations() {
        return durations;
    }
}
