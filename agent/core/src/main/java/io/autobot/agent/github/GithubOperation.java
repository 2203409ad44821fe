package io.autobot.agent.github;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one operation. Any thread. */
final class GithubOperation {
    private final String operation;
    private final DistributionDataPoint duration;
    private final LongAdder success = new LongAdder();
    private final LongAdder failed = new LongAdder();

    GithubOperation(String operation, DistributionDataPoint duration) {
        this.operation = operation;
        this.duration = duration;
    }

    void ended(boolean successful, long nanos) {
        duration.observe(nanos / 1e9);
        (successful ? success : failed).increment();
    }

    String operation() {
        return operation;
    }

    long success() {
        return success.sum();
    }

    long failed() {
        return failed.sum();
    }
}
