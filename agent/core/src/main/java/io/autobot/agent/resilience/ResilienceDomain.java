package io.autobot.agent.resilience;

import io.autobot.agent.metrics.SeriesGuard;
import java.util.function.Supplier;

/**
 * Circuit breakers as a whole: where the instrumentations of all their libraries find the metrics. Made with the first
 * breaker that is seen, so that a service without any never loads it. Any thread.
 */
public final class ResilienceDomain {
    private static volatile Supplier<ResilienceDomain> factory;
    private static volatile ResilienceDomain instance;

    private final ResilienceMetrics metrics;

    /** A domain whose series the guard limits. */
    public ResilienceDomain(SeriesGuard guard) {
        metrics = new ResilienceMetrics(guard);
    }

    /** Says how to make the domain; once, when the agent starts. */
    public static void provide(Supplier<ResilienceDomain> maker) {
        factory = maker;
        instance = null;
    }

    /** The domain of this JVM. */
    public static ResilienceDomain get() {
        ResilienceDomain made = instance;
        return made == null ? make() : made;
    }

    private static synchronized ResilienceDomain make() {
        if (instance == null) {
            instance = factory.get();
        }
        return instance;
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
