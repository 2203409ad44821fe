package io.autobot.agent.redis;

import io.autobot.agent.metrics.Histograms;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.concurrent.ConcurrentHashMap;

/** The histograms of Redis, apart from {@link RedisMetrics} so that the client loads with the first command. */
final class RedisHistograms {
    private final Histogram latency;
    private final Histogram poolWait;

    /** From the labels of a latency to those under which it is repeated; as many as there are recorders. */
    private final ConcurrentHashMap<Labels, Labels> ofDuration = new ConcurrentHashMap<>();

    private final String[] durationNames = RedisFamilies.OPERATION_DURATION.labelNames();

    RedisHistograms(Histograms histograms) {
        latency = histograms.create(RedisFamilies.LATENCY);
        poolWait = histograms.create(RedisFamilies.POOL_WAIT);
    }

    DistributionDataPoint latency(String database, String operation) {
        return latency.labelValues(database, operation);
    }

    DistributionDataPoint poolWait(String database) {
        return poolWait.labelValues(database);
    }

    HistogramSnapshot latencies() {
        return latency.collect();
    }

    /** The labels of {@link RedisFamilies#OPERATION_DURATION} for those of a latency; made once and kept. */
    Labels ofDuration(Labels latency) {
        Labels known = ofDuration.get(latency);
        return known != null
                ? known
                : ofDuration.computeIfAbsent(
                        latency,
                        labels -> Labels.of(durationNames, new String[] {
                            RedisOperationLabels.operationType(labels.get("operation")), labels.get("database")
                        }));
    }

    HistogramSnapshot poolWaits() {
        return poolWait.collect();
    }
}
