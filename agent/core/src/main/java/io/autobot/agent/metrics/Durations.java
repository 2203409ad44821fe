package io.autobot.agent.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * One series of a histogram of durations, for what happens millions of times in a second: two adders to write, half of
 * what the client's data point takes. Any thread; no lock, no allocation in {@link #observe}.
 */
public final class Durations {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double[] upperBounds;
    private final long[] boundsNanos;
    private final LongAdder[] counts;
    private final LongAdder sumNanos = new LongAdder();

    /** @param upperBounds ascending, in seconds, without infinity */
    Durations(double[] upperBounds) {
        this.upperBounds = new double[upperBounds.length + 1];
        System.arraycopy(upperBounds, 0, this.upperBounds, 0, upperBounds.length);
        this.upperBounds[upperBounds.length] = Double.POSITIVE_INFINITY;
        boundsNanos = new long[upperBounds.length];
        counts = new LongAdder[upperBounds.length + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
            if (i < boundsNanos.length) {
                boundsNanos[i] = (long) (upperBounds[i] * NANOS_PER_SECOND);
            }
        }
    }

    /** Something took so long. */
    public void observe(long nanos) {
        int bucket = 0;
        while (bucket < boundsNanos.length && nanos > boundsNanos[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sumNanos.add(nanos);
    }

    /** How many there were. */
    public long count() {
        long count = 0;
        for (LongAdder bucket : counts) {
            count += bucket.sum();
        }
        return count;
    }

    /** The present numbers under these labels. */
    private HistogramDataPointSnapshot snapshot(Labels labels) {
        long[] now = new long[counts.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = counts[i].sum();
        }
        return new HistogramDataPointSnapshot(
                ClassicHistogramBuckets.of(upperBounds, now),
                sumNanos.sum() / NANOS_PER_SECOND,
                labels,
                Exemplars.EMPTY,
                0);
    }

    /** Collects the series of one family at a scrape. For one thread. */
    public static final class Family {
        private final FamilyDescription family;
        private final List<HistogramDataPointSnapshot> points = new ArrayList<>();

        /** No series yet. */
        public Family(FamilyDescription family) {
            this.family = family;
        }

        /** Adds a series; its label values must differ from those of all others. */
        public void add(Durations series, String... labelValues) {
            points.add(series.snapshot(Labels.of(family.labelNames(), labelValues)));
        }

        /** Appends the snapshot to a list, if there are series. */
        public void into(List<MetricSnapshot> snapshots) {
            if (!points.isEmpty()) {
                snapshots.add(new HistogramSnapshot(Histograms.metadata(family), points));
            }
        }
    }
}
