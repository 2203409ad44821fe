package io.autobot.agent.workflow;

import io.autobot.agent.metrics.Histograms;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;

/** The histogram of workflows, apart from {@link WorkflowMetrics} so that the client loads with the first of them. */
final class WorkflowHistograms {
    private final Histogram duration;

    WorkflowHistograms(Histograms histograms) {
        duration = histograms.create(WorkflowFamilies.DURATION);
    }

    DistributionDataPoint duration(String workflowType) {
        return duration.labelValues(workflowType);
    }

    HistogramSnapshot collect() {
        return duration.collect();
    }
}
