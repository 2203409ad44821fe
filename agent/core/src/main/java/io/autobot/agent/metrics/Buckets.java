package io.autobot.agent.metrics;

/** The upper bounds of histogram buckets, by the kind of thing that is measured. */
public enum Buckets {
    /** Redis and caches, seconds. */
    REDIS(0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),

    /** Calls to APIs over a network, seconds. */
    NETWORK(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),

    /** Workflows and tasks, seconds. */
    WORK(0.001, 0.01, 0.1, 0.5, 1, 5, 15, 30, 60, 300, 900, 3600),

    /** Waiting in the queue of an executor, seconds. */
    QUEUE_WAIT(0.0001, 0.001, 0.01, 0.1, 0.5, 1, 5, 15, 60, 300),

    /** Calls to LLM providers, seconds. */
    LLM(0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300),

    /** How fast an LLM writes, tokens in a second. */
    TOKENS_PER_SECOND(1, 2.5, 5, 10, 20, 30, 40, 60, 80, 120, 200, 400, 1000);

    private final double[] upperBounds;

    Buckets(double... upperBounds) {
        this.upperBounds = upperBounds;
    }

    /** Ascending upper bounds without {@code +Inf}; a copy. */
    public double[] upperBounds() {
        return upperBounds.clone();
    }
}
