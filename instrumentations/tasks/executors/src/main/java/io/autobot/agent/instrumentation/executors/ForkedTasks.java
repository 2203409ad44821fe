package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.ExecutorTask;
import io.autobot.agent.tasks.TaskKind;
import io.autobot.agent.tasks.TaskStatus;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;

/**
 * What a fork/join pool makes of the work it is given. What ran is told by who ran it, what was cancelled by who
 * succeeded in cancelling it. Any thread.
 */
final class ForkedTasks {
    private static final String FORK_JOIN = "java.util.concurrent.ForkJoinTask$";
    private static final String SCHEDULED = "java.util.concurrent.DelayScheduler$ScheduledForkJoinTask";
    private static final String FUTURE = "java.util.concurrent.CompletableFuture$";

    /** What the JDK wraps work in; application's own tasks and what forks are none of these. */
    private static final Set<String> WRAPPING = Set.of(
            FORK_JOIN + "AdaptedRunnable",
            FORK_JOIN + "AdaptedRunnableAction",
            FORK_JOIN + "RunnableExecuteAction",
            FORK_JOIN + "AdaptedInterruptibleRunnable",
            FORK_JOIN + "AdaptedCallable",
            FORK_JOIN + "AdaptedInterruptibleCallable",
            FORK_JOIN + "CallableWithTimeout",
            SCHEDULED,
            FUTURE + "AsyncSupply",
            FUTURE + "AsyncRun");

    /** Where that is: each of them has one of these, but for one that has two and uses one. */
    private static final String[] FIELDS = {"runnable", "callable", "fn"};

    /** An entry lives in the class it is about; the handles refer to that class alone. */
    private static final ClassValue<Wrapper> WRAPPERS = new ClassValue<>() {
        @Override
        protected Wrapper computeValue(Class<?> type) {
            return WRAPPING.contains(type.getName()) ? Wrapper.of(type) : Wrapper.NONE;
        }
    };

    /** Those that somebody is about to cancel: several may at a time, and each of them is told that it was cancelled. */
    private static final Map<ForkJoinTask<?>, Cancelling> CANCELLING = new ConcurrentHashMap<>();

    private ForkedTasks() {}

    /** It has run; what was cancelled meanwhile was counted by who did that. */
    static void end(ForkJoinTask<?> task, long run, Throwable thrown) {
        if (run == 0) {
            return;
        }
        if (task.isCancelled()) {
            Work.TASKS.end(run);
        } else {
            Work.TASKS.end(run, TaskStatus.of(thrown));
        }
    }

    /**
     * Somebody is about to cancel it.
     *
     * @return the recorder if that succeeds, to be given to {@link #cancelled}; {@code null} if it does not count
     */
    static Object cancelling(ForkJoinTask<?> task) {
        TaskKind kind = task.isDone() ? null : kind(task, WRAPPERS.get(task.getClass()));
        return kind == null || CANCELLING.compute(task, Cancelling::enter) == null ? null : kind;
    }

    /** Cancelling is over; another end may have come before. */
    static void cancelled(ForkJoinTask<?> task, Object kind) {
        CANCELLING.computeIfPresent(task, (same, cancelling) -> cancelling.leave(same, (TaskKind) kind));
    }

    /** Who is about to cancel one task. Guarded by the map. */
    private static final class Cancelling {
        private int inside;
        private boolean told;

        /** One more; {@code null} if there is nothing to cancel any more, and who cancelled it has told. */
        static Cancelling enter(ForkJoinTask<?> task, Cancelling present) {
            Cancelling cancelling = present == null && !task.isDone() ? new Cancelling() : present;
            if (cancelling != null) {
                cancelling.inside++;
            }
            return cancelling;
        }

        /** The first to leave that finds it cancelled tells. */
        Cancelling leave(ForkJoinTask<?> task, TaskKind kind) {
            if (!told && task.isCancelled()) {
                told = true;
                kind.count(TaskStatus.CANCELLED);
            }
            return --inside == 0 ? null : this;
        }
    }

    /** The recorders of work that a future may have wrapped before an executor was given it. */
    static ExecutorTask taskOf(Object task) {
        Object work = WRAPPERS.get(task.getClass()).work(task);
        return Work.taskOf(work == null ? task : work);
    }

    private static TaskKind kind(ForkJoinTask<?> task, Wrapper wrapper) {
        Object work = wrapper.work(task);
        // A future within is not cancelled by this.
        if (work == null || Work.tellsItself(work)) {
            return null;
        }
        ExecutorTask known = Work.taskOf(work);
        Thread runner = wrapper.runner(task);
        return runner == null ? known.notRun() : known.kind(Work.agentOf(runner));
    }

    /** The fields of one class of wrappers. */
    private record Wrapper(MethodHandle[] work, MethodHandle runner) {
        static final Wrapper NONE = new Wrapper(new MethodHandle[0], null);

        static Wrapper of(Class<?> type) {
            MethodHandle[] work = new MethodHandle[FIELDS.length];
            for (int i = 0; i < FIELDS.length; i++) {
                work[i] = Adapters.getter(type, FIELDS[i]);
            }
            return new Wrapper(work, Adapters.getter(type, "runner"));
        }

        /** What is wrapped; {@code null} if this is no wrapper or has let go of it. */
        Object work(Object task) {
            for (MethodHandle field : work) {
                Object value = field == null ? null : Adapters.read(field, task);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        /** The thread that runs it, of those that can be interrupted; {@code null} if none does or nobody knows. */
        Thread runner(Object task) {
            return runner == null ? null : (Thread) Adapters.read(runner, task);
        }
    }
}
