package io.autobot.agent.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * All domains of the agent, and the registry that the endpoint scrapes: a private one, never the client's default,
 * which is the application's.
 *
 * <p>Loads nothing of the Prometheus client before {@link #prometheus()} or {@link #categories()} is called. Safe for
 * use by any thread.
 */
public final class AgentRegistry {
    private final List<MetricsDomain> domains;
    private final Supplier<Instant> clock;
    private final BiConsumer<String, Throwable> onError;
    private final long[] lastActivity;
    private final Map<String, Instant> lastUpdates = new LinkedHashMap<>();

    /** Holds the client's side, so that its classes load only when it is used. */
    private ScrapeCollector collector;

    private PrometheusRegistry registry;
    private Catalogue catalogue;

    /**
     * A registry of these domains.
     *
     * @param domains in the order in which they are collected
     * @param clock the time of day, for {@link CategoryStatus#lastUpdate()}
     * @param onError told what went wrong, with the name {@code metrics}, when a domain fails; its families are then
     *     absent from that scrape and all others are there
     */
    public AgentRegistry(List<MetricsDomain> domains, Supplier<Instant> clock, BiConsumer<String, Throwable> onError) {
        this.domains = List.copyOf(domains);
        this.clock = clock;
        this.onError = onError;
        this.lastActivity = new long[this.domains.size()];
    }

    /** What can be shown. */
    public synchronized Catalogue catalogue() {
        // Not before somebody asks: it would be made in the application's first command.
        if (catalogue == null) {
            List<FamilyDescription> all = new ArrayList<>();
            domains.forEach(domain -> all.addAll(domain.families()));
            catalogue = Catalogue.of(all);
        }
        return catalogue;
    }

    /** The registry to scrape; the same at every call. */
    public synchronized PrometheusRegistry prometheus() {
        if (registry == null) {
            registry = collector().newRegistry();
        }
        return registry;
    }

    /** Lets every domain take its snapshots; called about once a second by the sampler, with {@link System#nanoTime()}. */
    public void tick(long nowNanos) {
        for (MetricsDomain domain : domains) {
            try {
                domain.tick(nowNanos);
            } catch (Throwable failure) {
                onError.accept("metrics", failure);
            }
        }
        noteActivity();
    }

    /** What each category shows now. */
    public List<CategoryStatus> categories() {
        noteActivity();
        Map<String, Integer> present = new LinkedHashMap<>();
        for (MetricSnapshot snapshot : collector().collectAll()) {
            present.put(
                    ScrapeCollector.exposedName(snapshot),
                    snapshot.getDataPoints().size());
        }
        List<CategoryStatus> result = new ArrayList<>();
        for (String category : catalogue().categories()) {
            List<String> names = catalogue().families().stream()
                    .filter(family -> family.category().equals(category) && present.containsKey(family.name()))
                    .map(FamilyDescription::name)
                    .toList();
            int series = names.stream().mapToInt(present::get).sum();
            synchronized (lastUpdates) {
                result.add(new CategoryStatus(category, names, series, lastUpdates.get(category)));
            }
        }
        return result;
    }

    private synchronized ScrapeCollector collector() {
        if (collector == null) {
            collector = new ScrapeCollector(domains, onError);
        }
        return collector;
    }

    /** Compares each domain's activity with the last one seen; the recorders themselves carry no time. */
    private void noteActivity() {
        synchronized (lastUpdates) {
            for (int i = 0; i < lastActivity.length; i++) {
                long activity = domains.get(i).activity();
                if (activity != lastActivity[i]) {
                    lastActivity[i] = activity;
                    Instant now = clock.get();
                    Set<String> categories = new LinkedHashSet<>();
                    domains.get(i).families().forEach(family -> categories.add(family.category()));
                    categories.forEach(category -> lastUpdates.put(category, now));
                }
            }
        }
    }
}
