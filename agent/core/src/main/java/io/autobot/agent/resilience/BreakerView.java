package io.autobot.agent.resilience;

/**
 * A circuit breaker as the gauges see it, read at every scrape by the scraping thread. Implementations hold the
 * library's object weakly and must not block; one that throws is left out of that scrape.
 */
public interface BreakerView {
    /** What the library says now, {@code null} when its object is gone. */
    BreakerState state();

    /** Failed calls in the window that the library looks at now. */
    long failures();
}
