package io.autobot.agent.metrics;

import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the agent says of itself, read at scrape from where the numbers live. {@code autobot_agent_series} is declared
 * here and filled in by the registry, which alone sees all families.
 */
public final class AgentMetrics implements MetricsDomain {
    /**
     * What is running.
     *
     * @param version the agent's version
     * @param commit the commit it was built from, {@code unknown} if not known
     * @param builtAt when, ISO 8601, {@code unknown} if not known
     */
    public record Build(String version, String commit, String builtAt) {}

    /**
     * Where the numbers live; every supplier may be called by any thread.
     *
     * @param instrumentations the state of each instrumentation
     * @param errors swallowed failures by instrumentation
     * @param transformNanos time spent weaving, nanoseconds
     * @param startupNanos time spent before {@code main}, nanoseconds; negative while not known
     */
    public record Sources(
            Supplier<List<InstrumentationStatus>> instrumentations,
            Supplier<Map<String, Long>> errors,
            LongSupplier transformNanos,
            LongSupplier startupNanos) {}

    private final Build build;
    private final Sources sources;
    private final SeriesGuard guard;

    /** The agent's own families over these sources. */
    public AgentMetrics(Build build, Sources sources, SeriesGuard guard) {
        this.build = build;
        this.sources = sources;
        this.guard = guard;
    }

    @Override
    public List<FamilyDescription> families() {
        return AgentFamilies.ALL;
    }

    @Override
    public List<MetricSnapshot> collect(Predicate<String> wanted) {
        return AgentView.collect(build, sources, guard, wanted);
    }

    @Override
    public long activity() {
        long errors = sources.errors().get().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long active = sources.instrumentations().get().stream()
                .filter(status -> status.state() == State.ACTIVE)
                .count();
        // Plus one: the agent itself is up, which is its first piece of news.
        return 1 + errors + active + sources.transformNanos().getAsLong();
    }
}
