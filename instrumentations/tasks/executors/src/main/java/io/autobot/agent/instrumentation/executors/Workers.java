package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.ThreadPoolExecutor;

/** The workers of thread pools. */
final class Workers {
    private Workers() {}

    /** The calling thread, a worker, has taken a task. */
    static void taken(ThreadPoolExecutor pool, Runnable task) {
        PoolThread thread = PoolThread.current();
        if (thread != null) {
            thread.taken(pool, task);
        }
    }
}
