package io.autobot.agent.smoke.demo;

import io.autobot.agent.testkit.scrape.Sample;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Estimates a quantile from histogram buckets the way Prometheus does: linear within a bucket. */
final class Quantile {
    private Quantile() {}

    /**
     * Over what was observed between two readings.
     *
     * @param quantile 0 to 1
     * @param histogram the family's name
     * @return in the histogram's unit; empty when nothing was observed. In the last bucket, that bucket's lower bound.
     */
    static OptionalDouble of(double quantile, Reading before, Reading now, String histogram, String... labels) {
        TreeMap<Double, Double> cumulative = new TreeMap<>();
        add(cumulative, 1, now, histogram, labels);
        add(cumulative, -1, before, histogram, labels);
        double total = cumulative.isEmpty() ? 0 : cumulative.lastEntry().getValue();
        if (total <= 0) {
            return OptionalDouble.empty();
        }
        double rank = quantile * total;
        double lower = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
            if (bucket.getValue() >= rank) {
                double upper = bucket.getKey();
                return OptionalDouble.of(
                        Double.isInfinite(upper)
                                ? lower
                                : lower + (upper - lower) * (rank - below) / (bucket.getValue() - below));
            }
            lower = bucket.getKey();
            below = bucket.getValue();
        }
        return OptionalDouble.of(lower);
    }

    private static void add(
            Map<Double, Double> cumulative, int sign, Reading reading, String histogram, String... labels) {
        for (Sample sample : reading.scrape().find(histogram + "_bucket", labels)) {
            String bound = sample.labels().get("le");
            cumulative.merge(
                    bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
                    sign * sample.value(),
                    Double::sum);
        }
    }
}
