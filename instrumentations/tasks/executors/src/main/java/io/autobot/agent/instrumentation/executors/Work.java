package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.spi.VirtualThreads;
import io.autobot.agent.tasks.ExecutorTask;
import io.autobot.agent.tasks.ExecutorTasks;
import io.autobot.agent.tasks.TaskAgent;
import io.autobot.agent.tasks.TaskKind;
import io.autobot.agent.tasks.TaskStatus;
import io.autobot.agent.tasks.TasksDomain;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/** What executors are given, told by the application's own class within. Any thread; nothing is allocated. */
final class Work {
    /** The recorders of this JVM. */
    static final ExecutorTasks TASKS = TasksDomain.get().executorTasks();

    private Work() {}

    /** Whether hooks of its own tell of it, so that who runs it keeps silent. */
    static boolean tellsItself(Object task) {
        return task instanceof FutureTask || task instanceof CompletableFuture.AsynchronousCompletionTask;
    }

    /** The recorders of work that was taken out of what the JDK wraps it in. */
    static ExecutorTask taskOf(Object work) {
        return Adapters.taskOf(work);
    }

    /** Such work begins on this thread; 0 if it does not count. */
    static long begin(Object work) {
        return begin(PoolThread.current(), work);
    }

    /** Such work begins on this thread, {@code null} for a virtual one; 0 if it does not count. */
    static long begin(PoolThread thread, Object work) {
        TaskAgent agent = thread == null ? agentOf(Thread.currentThread()) : thread.agent();
        TaskKind kind = taskOf(work).kind(agent);
        if (kind == null) {
            return 0;
        }
        if (thread != null) {
            thread.counts();
        }
        return kind.begin();
    }

    /** As {@link #begin(Object)}, for who runs it; 0 for what tells of itself. */
    static long beginUntold(Object work) {
        return tellsItself(work) ? 0 : begin(work);
    }

    /** It has run, and has thrown this. */
    static void end(long run, Throwable thrown) {
        if (run != 0) {
            TASKS.end(run, TaskStatus.of(thrown));
        }
    }

    /** Who bears the name of this thread; for a pool's threads {@link PoolThread} keeps it. */
    static TaskAgent agentOf(Thread thread) {
        return TASKS.agents().of(thread.getName(), VirtualThreads.is(thread));
    }
}
