package io.autobot.agent.resilience;

import io.autobot.agent.metrics.Domains;
import io.autobot.agent.metrics.SeriesGuard;

/**
 * Circuit breakers as a whole: where the instrumentations of all their libraries find the metrics. Made with the first
 * breaker that is seen, so that a service without any never loads it. Any thread.
 */
public final class ResilienceDomain {
    private final ResilienceMetrics metrics;

    /** A domain whose series the guard limits. */
    public ResilienceDomain(SeriesGuard guard) {
        metrics = new ResilienceMetrics(guard);
    }

    /** The domain of this JVM. */
    public static ResilienceDomain get() {
        return Domains.get(ResilienceDomain.class);
    }

    public ResilienceMetrics metrics() {
        return metrics;
    }

    /**
     * A breaker that was seen for the first time. Not in the gauges before {@link Breaker#show}: of several threads that
     * see it first, one alone shows it.
     *
     * @param name as the application gave it, else the library's; {@code null} or empty is {@code unknown}
     * @param view what the gauges read
     */
    public Breaker breaker(String name, BreakerView view) {
        return metrics.breaker(name, view);
    }
}
