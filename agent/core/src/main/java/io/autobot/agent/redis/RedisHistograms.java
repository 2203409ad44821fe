package io.autobot.agent.redis;

import io.autobot.agent.metrics.Histograms;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;

/** The histograms of Redis, apart from {@link RedisMetrics} so that the client loads with the first command. */
final class RedisHistograms {
    private final Histogram latency;
    private final Histogram poolWait;

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

    HistogramSnapshot poolWaits() {
        return poolWait.collect();
    }
}
