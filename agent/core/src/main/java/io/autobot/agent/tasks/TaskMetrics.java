package io.autobot.agent.tasks;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.MetricsDomain;
import io.autobot.agent.metrics.Recorders;
import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The numbers of tasks, whatever runs them. Any thread may call any method. */
public final class TaskMetrics implements MetricsDomain {
    private static final int FIRST_KINDS = 64;

    private final Histograms factory;
    private final Recorders<TaskRetries> retries;
    private final Recorders<TaskKind> kinds;
    private final Recorders<TaskWait> waits;
    private final Set<TaskQueue> queues = ConcurrentHashMap.newKeySet();
    private final List<Runnable> chores = new CopyOnWriteArrayList<>();
    private volatile TaskKind[] byNumber = new TaskKind[FIRST_KINDS];
    private int lastNumber;

    /** No task yet. */
    TaskMetrics(SeriesGuard guard, Histograms factory) {
        this.factory = factory;
        retries = new Recorders<>(
                guard.family(TaskFamilies.RETRIES),
                RetryReason.values().length,
                (taskType, none, folded) -> new TaskRetries(taskType, folded));
        kinds = new Recorders<>(guard.family(TaskFamilies.EXECUTED), TaskStatus.values().length, this::newKind);
        waits = new Recorders<>(guard.family(TaskFamilies.QUEUE_WAIT), 1, this::newWait);
    }

    /**
     * The recorder of further attempts at work of this name; every reason is shown from 0 on. Past the limit of series
     * it is the recorder of {@code other}.
     */
    TaskRetries retries(String taskType) {
        return retries.get(taskType);
    }

    /** The recorder of tasks that do this and are run by that. */
    TaskKind kind(String taskType, String agentType) {
        return kinds.get(taskType, agentType);
    }

    /** The recorder of waiting in the queues of this pool. */
    TaskWait wait(String agentType) {
        return waits.get(agentType);
    }

    /** A task has run; how it ended is counted apart. No lock, no allocation. */
    public void end(long run) {
        byNumber[TaskRuns.number(run)].ran(TaskRuns.nanosSince(run));
    }

    /** A task has run and has ended so. No lock, no allocation. */
    public void end(long run, TaskStatus status) {
        TaskKind kind = byNumber[TaskRuns.number(run)];
        if (status == TaskStatus.SUCCESS) {
            kind.succeeded(TaskRuns.nanosSince(run));
        } else {
            kind.ran(TaskRuns.nanosSince(run));
            kind.count(status);
        }
    }

    /** The end of a task that runs will not be seen. */
    public void leave(long run) {
        byNumber[TaskRuns.number(run)].left();
    }

    /** Shows how many tasks wait in this queue, until it says that it has ended. */
    void show(TaskQueue queue) {
        queues.add(queue);
    }

    /** Called under the lock of the recorders. */
    private TaskKind newKind(String taskType, String agentType, SeriesGuard.Family folded) {
        int number = Math.min(++lastNumber, TaskRuns.MAX_KINDS);
        TaskKind[] before = byNumber;
        TaskKind[] after = number < before.length ? before : Arrays.copyOf(before, number * 2);
        TaskKind made = new TaskKind(taskType, agentType, number, factory.durations(TaskFamilies.DURATION), folded);
        after[number] = made;
        byNumber = after;
        return made;
    }

    private TaskWait newWait(String agentType, String none, SeriesGuard.Family folded) {
        return new TaskWait(agentType, factory.durations(TaskFamilies.QUEUE_WAIT), folded);
    }

    @Override
    public List<FamilyDescription> families() {
        return TaskFamilies.ALL;
    }

    @Override
    public List<MetricSnapshot> collect(Predicate<String> wanted) {
        return new TaskScrape(wanted).collect(kinds.all(), retries.all(), waits.all(), queues);
    }

    /** Has this done every second, on the agent's own thread, whether any queue is shown or not. */
    void everySecond(Runnable chore) {
        chores.add(chore);
    }

    /** Pools that have ended are forgotten. */
    @Override
    public void tick(long nowNanos) {
        chores.forEach(Runnable::run);
        queues.forEach(TaskQueue::tidy);
        queues.removeIf(TaskQueue::ended);
    }

    @Override
    public long activity() {
        long activity = 0;
        for (TaskRetries recorder : retries.all()) {
            // A retry that is declared is news, before it begins anything.
            activity += 1 + recorder.count();
        }
        for (TaskKind kind : kinds.all()) {
            activity += 1 + kind.activity();
        }
        return activity;
    }
}
