package io.autobot.agent.metrics;

import io.autobot.agent.metrics.FamilyDescription.Type;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Builds the snapshot of one counter or gauge at scrape, row by row. For one thread. */
public final class Rows {
    private final FamilyDescription family;
    private final String[] labelNames;
    private final List<CounterDataPointSnapshot> counters = new ArrayList<>();
    private final List<GaugeDataPointSnapshot> gauges = new ArrayList<>();

    /** No rows yet. */
    public Rows(FamilyDescription family) {
        this.family = family;
        this.labelNames = family.labelNames();
    }

    /** Adds a series; its label values must differ from those of all others. */
    public Rows add(double value, String... labelValues) {
        return add(value, Labels.of(labelNames, labelValues));
    }

    /** As the other, with labels that were made before: of this family's names, differing from those of all others. */
    public Rows add(double value, Labels labels) {
        if (family.type() == Type.COUNTER) {
            counters.add(new CounterDataPointSnapshot(value, labels, null, 0));
        } else {
            gauges.add(new GaugeDataPointSnapshot(value, labels, null));
        }
        return this;
    }

    /** Appends the snapshot to a list, if there are rows. */
    public void into(List<MetricSnapshot> snapshots) {
        if (!counters.isEmpty()) {
            snapshots.add(new CounterSnapshot(Histograms.metadata(family), counters));
        } else if (!gauges.isEmpty()) {
            snapshots.add(new GaugeSnapshot(Histograms.metadata(family), gauges));
        }
    }

    /**
     * Appends a histogram that repeats another one under other labels, if it has series.
     *
     * @param source the histogram that is repeated
     * @param relabel the labels of the view from those of the source
     */
    public static void repeat(
            FamilyDescription view,
            HistogramSnapshot source,
            UnaryOperator<Labels> relabel,
            List<MetricSnapshot> snapshots) {
        List<HistogramDataPointSnapshot> points = new ArrayList<>();
        for (HistogramDataPointSnapshot point : source.getDataPoints()) {
            points.add(new HistogramDataPointSnapshot(
                    point.getClassicBuckets(),
                    point.getSum(),
                    relabel.apply(point.getLabels()),
                    point.getExemplars(),
                    point.getCreatedTimestampMillis()));
        }
        if (!points.isEmpty()) {
            snapshots.add(new HistogramSnapshot(Histograms.metadata(view), points));
        }
    }

    /** Whether at least one of some families is asked for. */
    public static boolean wants(Predicate<String> wanted, FamilyDescription... families) {
        for (FamilyDescription family : families) {
            if (wanted.test(family.name())) {
                return true;
            }
        }
        return false;
    }
}
