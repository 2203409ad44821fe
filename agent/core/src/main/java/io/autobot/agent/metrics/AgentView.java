package io.autobot.agent.metrics;

import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The Prometheus side of {@link AgentMetrics}, apart so that it loads with the first scrape. */
final class AgentView {
    private static final double NANOS_PER_SECOND = 1e9;

    private AgentView() {}

    static List<MetricSnapshot> collect(
            AgentMetrics.Build build, AgentMetrics.Sources sources, SeriesGuard guard, Predicate<String> wanted) {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        if (wanted.test(AgentFamilies.BUILD_INFO.name())) {
            new Rows(AgentFamilies.BUILD_INFO)
                    .add(1, known(build.version()), known(build.commit()), known(build.builtAt()))
                    .into(snapshots);
        }
        if (Rows.wants(wanted, AgentFamilies.INSTRUMENTATION_INFO, AgentFamilies.ERRORS)) {
            instrumentations(sources, wanted, snapshots);
        }
        if (wanted.test(AgentFamilies.SERIES_FOLDED.name())) {
            Rows folded = new Rows(AgentFamilies.SERIES_FOLDED);
            guard.folded().forEach((family, events) -> folded.add(events, family));
            folded.into(snapshots);
        }
        if (wanted.test(AgentFamilies.TRANSFORM_SECONDS.name())) {
            new Rows(AgentFamilies.TRANSFORM_SECONDS)
                    .add(sources.transformNanos().getAsLong() / NANOS_PER_SECOND)
                    .into(snapshots);
        }
        long startup = sources.startupNanos().getAsLong();
        if (startup >= 0 && wanted.test(AgentFamilies.STARTUP_SECONDS.name())) {
            new Rows(AgentFamilies.STARTUP_SECONDS)
                    .add(startup / NANOS_PER_SECOND)
                    .into(snapshots);
        }
        return snapshots;
    }

    private static void instrumentations(
            AgentMetrics.Sources sources, Predicate<String> wanted, List<MetricSnapshot> snapshots) {
        Rows info = new Rows(AgentFamilies.INSTRUMENTATION_INFO);
        Map<String, Long> errors = new TreeMap<>();
        for (InstrumentationStatus status : sources.instrumentations().get()) {
            info.add(
                    1,
                    status.name(),
                    status.state().id(),
                    known(status.libraryVersion()),
                    status.reason().id());
            if (status.state() == State.ACTIVE) {
                // At 0 from the start, so that increase() sees the first failure.
                errors.put(status.name(), 0L);
            }
        }
        errors.putAll(sources.errors().get());
        Rows failures = new Rows(AgentFamilies.ERRORS);
        errors.forEach((name, count) -> failures.add(count, name));
        if (wanted.test(AgentFamilies.INSTRUMENTATION_INFO.name())) {
            info.into(snapshots);
        }
        if (wanted.test(AgentFamilies.ERRORS.name())) {
            failures.into(snapshots);
        }
    }

    private static String known(String value) {
        return value == null || value.isBlank() ? "unknown" : value;
    }
}
