package io.autobot.agent.github;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.MetricsDomain;
import io.autobot.agent.metrics.Rows;
import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The numbers of GitHub, whatever client they come through. Any thread may call any method. */
public final class GithubMetrics implements MetricsDomain {
    /** A service works on a few repositories; a crawler's thousands count as {@code other}. */
    private static final int MAX_REPOSITORIES = 100;

    private static final int MAX_RESOURCES = 30;

    private final SeriesGuard guard;
    private final Histograms factory;
    private final Map<String, GithubOperation> operations = new ConcurrentHashMap<>();
    private final Map<String, GithubRepository> repositories = new ConcurrentHashMap<>();
    private final Map<String, Double> remaining = new ConcurrentHashMap<>();
    private final GithubRepository others = new GithubRepository(SeriesGuard.OTHER, true);
    private volatile Histogram duration;

    /** No call yet. */
    GithubMetrics(SeriesGuard guard, Histograms factory) {
        this.guard = guard;
        this.factory = factory;
    }

    /** A call ended. Its operation is one of a fixed list. */
    void ended(GithubRoute route, boolean successful, long nanos) {
        operation(route.operation()).ended(successful, nanos);
    }

    /** Something was done to a repository, or failed to be. */
    void did(GithubAction action, String repository, boolean successful) {
        GithubRepository recorder = repository(repository);
        recorder.did(action, successful);
        if (recorder.isFolded()) {
            guard.family(family(action)).folded();
        }
    }

    /** A reply said how many requests are left. */
    void remaining(String resource, double requests) {
        if (remaining.containsKey(resource) || remaining.size() < MAX_RESOURCES) {
            remaining.put(resource, requests);
        }
    }

    private GithubOperation operation(String name) {
        GithubOperation known = operations.get(name);
        return known != null ? known : admit(name);
    }

    private synchronized GithubOperation admit(String name) {
        if (duration == null) {
            duration = factory.create(GithubFamilies.DURATION);
        }
        return operations.computeIfAbsent(name, any -> new GithubOperation(name, duration.labelValues(name)));
    }

    /** GitHub does not tell upper from lower case: the first spelling stands for all. */
    private GithubRepository repository(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        GithubRepository known = repositories.get(key);
        if (known != null) {
            return known;
        }
        synchronized (this) {
            return repositories.size() < MAX_REPOSITORIES
                    ? repositories.computeIfAbsent(key, any -> new GithubRepository(name, false))
                    : repositories.getOrDefault(key, others);
        }
    }

    private static FamilyDescription family(GithubAction action) {
        return switch (action.subject()) {
            case COMMIT -> GithubFamilies.COMMITS;
            case PULL_REQUEST -> GithubFamilies.PULL_REQUESTS;
            case ISSUE -> GithubFamilies.ISSUES;
        };
    }

    @Override
    public List<FamilyDescription> families() {
        return GithubFamilies.ALL;
    }

    @Override
    public List<MetricSnapshot> collect(Predicate<String> wanted) {
        Map<FamilyDescription, Rows> rows = new LinkedHashMap<>();
        for (GithubOperation operation : operations.values()) {
            Rows made = rows.computeIfAbsent(GithubFamilies.OPERATIONS, Rows::new);
            made.add(operation.success(), operation.operation(), "success");
            made.add(operation.failed(), operation.operation(), "failed");
        }
        repositories.values().forEach(repository -> add(repository, rows));
        add(others, rows);
        remaining.forEach((resource, requests) ->
                rows.computeIfAbsent(GithubFamilies.RATE_LIMIT, Rows::new).add(requests, resource));
        List<MetricSnapshot> snapshots = new ArrayList<>();
        rows.forEach((family, made) -> {
            if (wanted.test(family.name())) {
                made.into(snapshots);
            }
        });
        Histogram made = duration;
        if (made != null && wanted.test(GithubFamilies.DURATION.name())) {
            HistogramSnapshot snapshot = made.collect();
            snapshots.add(snapshot);
        }
        return snapshots;
    }

    private static void add(GithubRepository repository, Map<FamilyDescription, Rows> rows) {
        for (GithubAction action : GithubAction.values()) {
            long success = repository.success(action);
            long failed = repository.failed(action);
            if (success + failed == 0) {
                continue;
            }
            FamilyDescription family = family(action);
            Rows made = rows.computeIfAbsent(family, Rows::new);
            if (family == GithubFamilies.COMMITS) {
                made.add(success, repository.name(), "created");
                made.add(failed, repository.name(), "failed");
            } else {
                made.add(success, repository.name(), action.id(), "success");
                made.add(failed, repository.name(), action.id(), "failed");
            }
        }
    }

    @Override
    public long activity() {
        long activity = 0;
        for (GithubOperation operation : operations.values()) {
            activity += operation.success() + operation.failed();
        }
        return activity;
    }
}
