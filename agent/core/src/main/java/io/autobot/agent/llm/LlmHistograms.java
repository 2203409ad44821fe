package io.autobot.agent.llm;

import io.autobot.agent.metrics.Histograms;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import java.util.List;

/** The histograms of LLM providers, apart from {@link LlmMetrics} so that the client loads with the first call. */
final class LlmHistograms {
    private final Histogram latency;
    private final Histogram firstToken;
    private final Histogram speed;
    private final Histogram toolDuration;

    LlmHistograms(Histograms histograms) {
        latency = histograms.create(LlmFamilies.LATENCY);
        firstToken = histograms.create(LlmFamilies.TIME_TO_FIRST_TOKEN);
        speed = histograms.create(LlmFamilies.TOKENS_PER_SECOND);
        toolDuration = histograms.create(LlmFamilies.TOOL_DURATION);
    }

    DistributionDataPoint latency(String provider, String model) {
        return latency.labelValues(provider, model);
    }

    DistributionDataPoint firstToken(String provider, String model) {
        return firstToken.labelValues(provider, model);
    }

    DistributionDataPoint speed(String provider, String model) {
        return speed.labelValues(provider, model);
    }

    DistributionDataPoint toolDuration(String tool) {
        return toolDuration.labelValues(tool);
    }

    List<HistogramSnapshot> collect() {
        return List.of(latency.collect(), firstToken.collect(), speed.collect(), toolDuration.collect());
    }
}
