package io.autobot.agent.metrics;

/** The upper bounds of histogram buckets, by the kind of thing that is measured. */
public enum Buckets {
    /** Redis and caches, seconds. */
    REDIS(0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5);

    private final double[] upperBounds;

    Buckets(double... upperBounds) {
        this.upperBounds = upperBounds;
    }

    /** Ascending upper bounds without {@code +Inf}; a copy. */
    public double[] upperBounds() {
        return upperBounds.clone();
    }
}
