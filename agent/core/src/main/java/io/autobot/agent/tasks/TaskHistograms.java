package io.autobot.agent.tasks;

import io.autobot.agent.metrics.Histograms;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;

/** The histogram of waiting, apart from {@link TaskMetrics} so that the client loads with the first sample. */
final class TaskHistograms {
    private final Histogram wait;

    TaskHistograms(Histograms histograms) {
        wait = histograms.create(TaskFamilies.QUEUE_WAIT);
    }

    DistributionDataPoint wait(String agentType) {
        return wait.labelValues(agentType);
    }

    HistogramSnapshot collect() {
        return wait.collect();
    }
}
