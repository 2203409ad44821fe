package io.autobot.agent.llm;

import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.concurrent.atomic.LongAdder;

/** Counts the executions of one tool for the models of one provider. Any thread; no lock, no allocation. */
public final class LlmTool {
    static final String SUCCESS = "success";
    static final String ERROR = "error";

    private static final double NANOS_PER_SECOND = 1e9;

    private final String provider;
    private final String tool;
    private final DistributionDataPoint duration;
    private final SeriesGuard.Family foldedCalls;
    private final SeriesGuard.Family foldedDurations;
    private final LongAdder successes = new LongAdder();
    private final LongAdder errors = new LongAdder();

    /**
     * @param foldedCalls told of each event when this is the folded one, else {@code null}; likewise
     *     {@code foldedDurations}
     */
    LlmTool(
            String provider,
            String tool,
            DistributionDataPoint duration,
            SeriesGuard.Family foldedCalls,
            SeriesGuard.Family foldedDurations) {
        this.provider = provider;
        this.tool = tool;
        this.duration = duration;
        this.foldedCalls = foldedCalls;
        this.foldedDurations = foldedDurations;
    }

    /**
     * An execution has ended.
     *
     * @param nanos how long it took
     * @param failed whether it ended with an exception, whatever the model is told of it
     */
    public void ended(long nanos, boolean failed) {
        duration.observe(nanos / NANOS_PER_SECOND);
        (failed ? errors : successes).increment();
        if (foldedCalls != null) {
            foldedCalls.folded();
            foldedDurations.folded();
        }
    }

    String provider() {
        return provider;
    }

    String tool() {
        return tool;
    }

    long successes() {
        return successes.sum();
    }

    long errors() {
        return errors.sum();
    }
}
