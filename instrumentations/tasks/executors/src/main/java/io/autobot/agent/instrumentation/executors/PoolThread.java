package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.TaskAgent;
import io.autobot.agent.tasks.TaskStatus;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * What is known of a platform thread that runs tasks or hands them over. Confined to its thread; holds nothing of the
 * application but the task that runs.
 */
final class PoolThread {
    private static final ThreadLocal<PoolThread> CURRENT = new ThreadLocal<>();
    private static final int ONE_IN = 64;

    private final TaskAgent agent;
    private PoolQueue queue;
    private Object task;
    private long run;
    private int handedOver;

    private PoolThread(TaskAgent agent) {
        this.agent = agent;
    }

    /** Of the calling thread; {@code null} for a virtual one, which would have to allocate it for each task. */
    static PoolThread current() {
        Thread thread = Thread.currentThread();
        if (VirtualThreads.is(thread)) {
            // To ask for what it has not would allocate as well.
            return null;
        }
        PoolThread known = CURRENT.get();
        return known == null ? first(thread) : known;
    }

    private static PoolThread first(Thread thread) {
        PoolThread made = new PoolThread(Work.agentOf(thread));
        CURRENT.set(made);
        return made;
    }

    /** Who runs tasks here. */
    TaskAgent agent() {
        return agent;
    }

    /** A task that counts runs here, so that those which wait for this thread count as waiting. */
    void counts() {
        PoolQueue mine = queue;
        if (mine != null) {
            mine.show();
        }
    }

    /** This thread, a pool's worker, has taken a task. */
    void taken(ThreadPoolExecutor pool, Runnable taken) {
        if (queue == null) {
            queue = PoolQueue.of(pool, agent, Thread.currentThread());
        }
        queue.started(taken);
        if (!Work.tellsItself(taken)) {
            task = taken;
            run = Work.begin(this, taken);
        }
    }

    /** This thread is about to run a task, which it may have taken before anything was instrumented. */
    void runs(ThreadPoolExecutor pool, Runnable running) {
        if (task != running && !Work.tellsItself(running)) {
            taken(pool, running);
        }
    }

    /** This thread has done with its task. */
    void done(TaskStatus status) {
        task = null;
        long ended = run;
        if (ended != 0) {
            run = 0;
            Work.TASKS.end(ended, status);
        }
    }

    /** Whether the task that this thread hands over is one of the sample whose waiting is measured. */
    boolean samples() {
        return (++handedOver & ONE_IN - 1) == 0;
    }
}
