package io.autobot.agent.tasks;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.MetricsDomain;
import io.autobot.agent.metrics.Rows;
import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The numbers of tasks, whatever framework runs them. Any thread may call any method. */
public final class TaskMetrics implements MetricsDomain {
    private static final String UNKNOWN = "unknown";
    private static final RetryReason[] REASONS = RetryReason.values();

    private final SeriesGuard.Family room;
    private final ConcurrentHashMap<String, TaskRetries> retries = new ConcurrentHashMap<>();

    /** No task yet. */
    TaskMetrics(SeriesGuard guard) {
        room = guard.family(TaskFamilies.RETRIES);
    }

    /**
     * The recorder of further attempts at work of this name; every reason is shown from 0 on. Past the limit of series
     * it is the recorder of {@code other}.
     */
    TaskRetries retries(String taskType) {
        String name = taskType == null || taskType.isEmpty() ? UNKNOWN : taskType;
        TaskRetries known = retries.get(name);
        return known != null ? known : admit(name);
    }

    /** Refused names are not remembered: there may be any number. */
    private synchronized TaskRetries admit(String name) {
        TaskRetries known = retries.get(name);
        if (known != null) {
            return known;
        }
        boolean admitted = !name.equals(SeriesGuard.OTHER) && room.claim(REASONS.length);
        return admitted
                ? retries.computeIfAbsent(name, type -> new TaskRetries(type, null))
                : retries.computeIfAbsent(SeriesGuard.OTHER, other -> new TaskRetries(other, room));
    }

    @Override
    public List<FamilyDescription> families() {
        return TaskFamilies.ALL;
    }

    @Override
    public List<MetricSnapshot> collect(Predicate<String> wanted) {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        if (wanted.test(TaskFamilies.RETRIES.name())) {
            retries(retries.values()).into(snapshots);
        }
        return snapshots;
    }

    private static Rows retries(Collection<TaskRetries> recorders) {
        Rows rows = new Rows(TaskFamilies.RETRIES);
        for (TaskRetries recorder : recorders) {
            for (RetryReason reason : REASONS) {
                rows.add(recorder.count(reason), recorder.taskType(), reason.id());
            }
        }
        return rows;
    }

    @Override
    public long activity() {
        long activity = 0;
        for (TaskRetries recorder : retries.values()) {
            // A retry that is declared is news, before it begins anything.
            activity += 1 + recorder.count();
        }
        return activity;
    }
}
