package io.autobot.agent.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.Predicate;

/**
 * The families of one domain, collected together so that those which repeat each other agree in every scrape.
 *
 * <p>All methods may be called by any thread. Implementations keep Prometheus types out of their constructors, so that
 * the client loads with the first scrape or the first event and not with the agent.
 */
public interface MetricsDomain {
    /** What this domain can show; always the same. */
    List<FamilyDescription> families();

    /**
     * The present numbers.
     *
     * @param wanted tells by name which families are asked for
     * @return a snapshot per wanted family that has series
     */
    List<MetricSnapshot> collect(Predicate<String> wanted);

    /** A number that changes whenever something was recorded; cheap. */
    long activity();

    /** Called about once a second by the sampler, with {@link System#nanoTime()}. */
    default void tick(long nowNanos) {}
}
