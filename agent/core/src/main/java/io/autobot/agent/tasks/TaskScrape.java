package io.autobot.agent.tasks;

import io.autobot.agent.metrics.Durations;
import io.autobot.agent.metrics.Rows;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Computes the families of tasks for one scrape. For one thread. */
final class TaskScrape {
    private static final RetryReason[] REASONS = RetryReason.values();
    private static final TaskStatus[] STATUSES = TaskStatus.values();

    private final Predicate<String> wanted;
    private final List<MetricSnapshot> snapshots = new ArrayList<>();

    TaskScrape(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    List<MetricSnapshot> collect(
            List<TaskKind> kinds, List<TaskRetries> retries, List<TaskWait> waits, Set<TaskQueue> queues) {
        executed(kinds);
        active(kinds);
        waiting(queues);
        retries(retries);
        durations(kinds);
        waits(waits);
        return snapshots;
    }

    /** Success and failure from 0 on, so that an increase sees the first; what most tasks never do, once it happened. */
    private void executed(List<TaskKind> kinds) {
        if (!wanted.test(TaskFamilies.EXECUTED.name())) {
            return;
        }
        Rows rows = new Rows(TaskFamilies.EXECUTED);
        for (TaskKind kind : kinds) {
            for (TaskStatus status : STATUSES) {
                long count = kind.ended(status);
                if (count > 0 || status == TaskStatus.SUCCESS || status == TaskStatus.FAILED) {
                    rows.add(count, kind.taskType(), kind.agentType(), status.id());
                }
            }
        }
        rows.into(snapshots);
    }

    private void active(List<TaskKind> kinds) {
        if (!wanted.test(TaskFamilies.ACTIVE.name())) {
            return;
        }
        Rows rows = new Rows(TaskFamilies.ACTIVE);
        for (TaskKind kind : kinds) {
            rows.add(kind.active(), kind.taskType(), kind.agentType());
        }
        rows.into(snapshots);
    }

    private void durations(List<TaskKind> kinds) {
        if (!wanted.test(TaskFamilies.DURATION.name())) {
            return;
        }
        Durations.Family durations = new Durations.Family(TaskFamilies.DURATION);
        for (TaskKind kind : kinds) {
            durations.add(kind.durations(), kind.taskType(), kind.agentType());
        }
        durations.into(snapshots);
    }

    private void waits(List<TaskWait> waits) {
        if (!wanted.test(TaskFamilies.QUEUE_WAIT.name())) {
            return;
        }
        Durations.Family durations = new Durations.Family(TaskFamilies.QUEUE_WAIT);
        for (TaskWait wait : waits) {
            durations.add(wait.durations(), wait.agentType());
        }
        durations.into(snapshots);
    }

    private void waiting(Set<TaskQueue> queues) {
        if (!wanted.test(TaskFamilies.QUEUE_SIZE.name()) || queues.isEmpty()) {
            return;
        }
        long[] waiting = new long[TaskPriority.values().length];
        for (TaskQueue queue : queues) {
            waiting[queue.priority().ordinal()] += queue.waiting();
        }
        Rows rows = new Rows(TaskFamilies.QUEUE_SIZE);
        for (TaskPriority priority : TaskPriority.values()) {
            rows.add(waiting[priority.ordinal()], priority.id());
        }
        rows.into(snapshots);
    }

    private void retries(List<TaskRetries> recorders) {
        if (!wanted.test(TaskFamilies.RETRIES.name())) {
            return;
        }
        Rows rows = new Rows(TaskFamilies.RETRIES);
        for (TaskRetries recorder : recorders) {
            for (RetryReason reason : REASONS) {
                rows.add(recorder.count(reason), recorder.taskType(), reason.id());
            }
        }
        rows.into(snapshots);
    }
}
