package io.autobot.agent.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.util.function.Function;

/**
 * Makes histograms from descriptions: classic only, because native ones need the protobuf format, and without
 * exemplars. Loads the Prometheus client when first asked for one, not before.
 */
public final class Histograms {
    private final Function<String, double[]> overrides;

    /**
     * Histograms with the buckets of their kind.
     *
     * @param overrides configured ascending upper bounds by family name, {@code null} where nothing is configured
     */
    public Histograms(Function<String, double[]> overrides) {
        this.overrides = overrides;
    }

    /** A new histogram, not registered anywhere: its domain collects it. */
    public Histogram create(FamilyDescription family) {
        Histogram.Builder builder = Histogram.builder()
                .name(family.name())
                .help(family.help())
                .labelNames(family.labelNames())
                .classicOnly()
                .classicUpperBounds(upperBounds(family));
        builder.withoutExemplars();
        return builder.build();
    }

    /** A series of a histogram of durations, to be kept by who fills it. */
    public Durations durations(FamilyDescription family) {
        return new Durations(upperBounds(family));
    }

    /** The upper bounds in force for a family. */
    double[] upperBounds(FamilyDescription family) {
        double[] configured = overrides.apply(family.name());
        return configured == null || configured.length == 0 ? family.buckets().upperBounds() : configured;
    }

    /** Without unit, for which the client would insist on a suffix of the name. */
    static MetricMetadata metadata(FamilyDescription family) {
        return new MetricMetadata(family.name(), family.help());
    }
}
