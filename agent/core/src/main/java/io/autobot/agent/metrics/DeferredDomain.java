package io.autobot.agent.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A domain of which nothing is there before its first event: a service with Redis alone loads nothing for LLM providers.
 * Any thread.
 */
public final class DeferredDomain implements MetricsDomain {
    private final Supplier<List<FamilyDescription>> families;
    private volatile MetricsDomain made;

    /** @param families asked with the first scrape */
    public DeferredDomain(Supplier<List<FamilyDescription>> families) {
        this.families = families;
    }

    /** The domain is there from now on. */
    public void made(MetricsDomain domain) {
        made = domain;
    }

    @Override
    public List<FamilyDescription> families() {
        return families.get();
    }

    @Override
    public List<MetricSnapshot> collect(Predicate<String> wanted) {
        MetricsDomain domain = made;
        return domain == null ? List.of() : domain.collect(wanted);
    }

    @Override
    public long activity() {
        MetricsDomain domain = made;
        return domain == null ? 0 : domain.activity();
    }

    @Override
    public void tick(long nowNanos) {
        MetricsDomain domain = made;
        if (domain != null) {
            domain.tick(nowNanos);
        }
    }
}
