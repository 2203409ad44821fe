package io.autobot.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import org.junit.jupiter.api.Test;

class HistogramsTest {
    private static final FamilyDescription FAMILY = FamilyDescription.histogram(
                    "test", "autobot_test_seconds", Buckets.REDIS)
            .open("name")
            .help("For the test.");

    private static HistogramDataPointSnapshot observed(Histograms histograms) {
        Histogram histogram = histograms.create(FAMILY);
        histogram.labelValues("x").observe(0.02);
        return histogram.collect().getDataPoints().get(0);
    }

    @Test
    void bucketsAreThoseOfTheKind() {
        HistogramDataPointSnapshot point = observed(new Histograms(name -> null));

        assertThat(point.hasNativeHistogramData()).isFalse();
        assertThat(point.getClassicBuckets().stream().map(bucket -> bucket.getUpperBound()))
                .containsExactly(
                        0.00005,
                        0.0001,
                        0.00025,
                        0.0005,
                        0.001,
                        0.0025,
                        0.005,
                        0.01,
                        0.025,
                        0.05,
                        0.1,
                        0.25,
                        0.5,
                        1.0,
                        2.5,
                        5.0,
                        Double.POSITIVE_INFINITY);
    }

    @Test
    void configuredBucketsWin() {
        HistogramDataPointSnapshot point =
                observed(new Histograms(name -> name.equals(FAMILY.name()) ? new double[] {0.01, 0.5} : null));

        assertThat(point.getClassicBuckets().stream().map(bucket -> bucket.getUpperBound()))
                .containsExactly(0.01, 0.5, Double.POSITIVE_INFINITY);
        assertThat(point.getClassicBuckets().getCount(1)).isEqualTo(1);
    }
}
