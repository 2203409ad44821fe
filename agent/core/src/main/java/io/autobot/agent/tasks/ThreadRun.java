package io.autobot.agent.tasks;

/**
 * The run of a task whose beginning and end are told by different hooks on the same thread. One for each framework, to
 * be kept for good. Any thread; each has its own run; no lock, no allocation but for a thread's first.
 */
public final class ThreadRun {
    /** Of the JDK's own type, so that a thread which lives on keeps no loader. */
    private final ThreadLocal<long[]> running = ThreadLocal.withInitial(() -> new long[1]);

    private final TaskMetrics metrics;

    ThreadRun(TaskMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * A task begins on this thread.
     *
     * @return the run in which it does so, 0 if there is none, for {@link #leave}
     */
    public long begin(TaskKind kind) {
        long[] run = running.get();
        long outer = run[0];
        run[0] = kind.begin();
        return outer;
    }

    /** The task of this thread has ended so, unless it was said before. */
    public void end(TaskStatus status) {
        long[] run = running.get();
        if (run[0] != 0) {
            metrics.end(run[0], status);
            run[0] = 0;
        }
    }

    /**
     * What began within another task is over.
     *
     * @param outer what {@link #begin} returned
     */
    public void leave(long outer) {
        running.get()[0] = outer;
    }
}
