package io.autobot.agent.tasks;

import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;

/** How long tasks wait in the queues of one pool, a sample of them. Any thread; no lock, no allocation. */
public final class TaskWait {
    private final DistributionDataPoint seconds;
    private final SeriesGuard.Family folded;

    TaskWait(DistributionDataPoint seconds, SeriesGuard.Family folded) {
        this.seconds = seconds;
        this.folded = folded;
    }

    /** A task of the sample has waited so long. */
    public void waited(long nanos) {
        seconds.observe(nanos / 1e9);
        if (folded != null) {
            folded.folded();
        }
    }
}
