package io.autobot.agent.tasks;

import io.autobot.agent.metrics.Histograms;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import java.util.List;

/** The histograms of tasks, apart from {@link TaskMetrics} so that the client loads with the first task. */
final class TaskHistograms {
    private final Histogram duration;
    private final Histogram wait;

    TaskHistograms(Histograms histograms) {
        duration = histograms.create(TaskFamilies.DURATION);
        wait = histograms.create(TaskFamilies.QUEUE_WAIT);
    }

    DistributionDataPoint duration(String taskType, String agentType) {
        return duration.labelValues(taskType, agentType);
    }

    DistributionDataPoint wait(String agentType) {
        return wait.labelValues(agentType);
    }

    List<HistogramSnapshot> collect() {
        return List.of(duration.collect(), wait.collect());
    }
}
