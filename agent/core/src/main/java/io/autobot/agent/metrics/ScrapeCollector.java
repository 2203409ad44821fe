package io.autobot.agent.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The one collector of the agent's registry: asks the domains in order and counts what they gave. */
final class ScrapeCollector implements MultiCollector {
    private final List<MetricsDomain> domains;
    private final BiConsumer<String, Throwable> onError;

    ScrapeCollector(List<MetricsDomain> domains, BiConsumer<String, Throwable> onError) {
        this.domains = domains;
        this.onError = onError;
    }

    /**
     * A registry of this collector alone. Made here because a class that passes this one as a {@link MultiCollector}
     * makes the verifier load the client's.
     */
    PrometheusRegistry newRegistry() {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(this);
        return registry;
    }

    @Override
    public MetricSnapshots collect() {
        return new MetricSnapshots(collectAll());
    }

    @Override
    public MetricSnapshots collect(Predicate<String> included) {
        // Whoever asks for series counts needs every family collected, else only what is asked for is computed.
        if (included.test(AgentFamilies.SERIES.name())) {
            return new MetricSnapshots(collectAll().stream()
                    .filter(snapshot -> included.test(exposedName(snapshot)))
                    .toList());
        }
        return new MetricSnapshots(collectDomains(included));
    }

    @Override
    public List<MetricFamilyDescriptor> getMetricFamilyDescriptors() {
        List<MetricFamilyDescriptor> descriptors = new ArrayList<>();
        for (MetricsDomain domain : domains) {
            for (FamilyDescription family : domain.families()) {
                descriptors.add(descriptor(family));
            }
        }
        return descriptors;
    }

    /** Every family with series, the agent's own count of series last. */
    List<MetricSnapshot> collectAll() {
        List<MetricSnapshot> snapshots = collectDomains(any -> true);
        Rows series = new Rows(AgentFamilies.SERIES);
        for (MetricSnapshot snapshot : snapshots) {
            series.add(snapshot.getDataPoints().size(), exposedName(snapshot));
        }
        series.into(snapshots);
        return snapshots;
    }

    /** The name of the catalogue; the client keeps a counter's name without its suffix. */
    static String exposedName(MetricSnapshot snapshot) {
        String name = snapshot.getMetadata().getPrometheusName();
        return snapshot instanceof CounterSnapshot && !name.endsWith("_total") ? name + "_total" : name;
    }

    private List<MetricSnapshot> collectDomains(Predicate<String> wanted) {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        for (MetricsDomain domain : domains) {
            try {
                if (domain.families().stream().anyMatch(family -> wanted.test(family.name()))) {
                    snapshots.addAll(domain.collect(wanted));
                }
            } catch (Throwable failure) {
                onError.accept("metrics", failure);
            }
        }
        return snapshots;
    }

    private static MetricFamilyDescriptor descriptor(FamilyDescription family) {
        MetricFamilyDescriptor.Builder<?> builder = switch (family.type()) {
            case COUNTER -> MetricFamilyDescriptor.counter(family.name());
            case GAUGE -> MetricFamilyDescriptor.gauge(family.name());
            case HISTOGRAM -> MetricFamilyDescriptor.histogram(family.name());
        };
        return builder.help(family.help()).labelNames(family.labelNames()).build();
    }
}
