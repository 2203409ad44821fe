package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.TaskAgent;
import io.autobot.agent.tasks.TaskKind;
import io.autobot.agent.tasks.TaskStatus;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;

/** Tasks that a pool does not take, and those that it drops. Any thread. */
final class Rejections {
    private Rejections() {}

    /** A handler decides now; what the caller runs itself is a task like others. */
    static long rejecting(ThreadPoolExecutor pool, RejectedExecutionHandler handler, Runnable task) {
        forget(pool, task);
        if (handler instanceof DiscardOldestPolicy && !pool.isShutdown()) {
            Runnable oldest = pool.getQueue().peek();
            if (oldest != null) {
                forget(pool, oldest);
                count(pool, oldest, TaskStatus.REJECTED);
            }
        }
        return handler instanceof CallerRunsPolicy && !pool.isShutdown() ? Work.beginUntold(task) : 0;
    }

    /** What a handler of the application's does without an exception is not known: it may wait and try again. */
    static void rejected(
            ThreadPoolExecutor pool, RejectedExecutionHandler handler, Runnable task, long run, Throwable thrown) {
        if (run != 0) {
            Work.end(run, thrown);
        } else if (thrown instanceof RejectedExecutionException
                || handler instanceof DiscardPolicy
                || dropped(pool, handler)) {
            count(pool, task, TaskStatus.REJECTED);
        }
    }

    /** These two drop what comes once the pool is shut down. */
    private static boolean dropped(ThreadPoolExecutor pool, RejectedExecutionHandler handler) {
        return pool.isShutdown() && (handler instanceof CallerRunsPolicy || handler instanceof DiscardOldestPolicy);
    }

    /** A pool gave this back unrun. Futures are counted once somebody cancels them, as most who shut down do. */
    static void drained(ThreadPoolExecutor pool, Runnable task) {
        forget(pool, task);
        if (!(task instanceof FutureTask)) {
            count(pool, task, TaskStatus.CANCELLED);
        }
    }

    /** An executor that has no handler threw this instead of taking a task. */
    static void thrown(Object task, Throwable thrown) {
        if (task != null && thrown instanceof RejectedExecutionException) {
            TaskKind kind = ForkedTasks.taskOf(task).notRun();
            if (kind != null) {
                kind.count(TaskStatus.REJECTED);
            }
        }
    }

    private static void forget(ThreadPoolExecutor pool, Runnable task) {
        PoolQueue queue = PoolQueue.of(pool);
        if (queue != null) {
            queue.sample().ends(task);
        }
    }

    private static void count(ThreadPoolExecutor pool, Runnable task, TaskStatus status) {
        PoolQueue queue = PoolQueue.of(pool);
        TaskAgent agent = queue == null ? Work.TASKS.agents().unknown() : queue.agent();
        TaskKind kind = Work.taskOf(task).kind(agent);
        if (kind != null) {
            kind.count(status);
        }
    }
}
