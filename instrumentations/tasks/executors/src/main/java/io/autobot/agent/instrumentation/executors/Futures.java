package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.ExecutorTask;
import io.autobot.agent.tasks.TaskKind;
import io.autobot.agent.tasks.TaskStatus;
import java.util.concurrent.Callable;

/**
 * {@code FutureTask} by its state, of which there is exactly one end: what ran tells by it how it ended, what was
 * cancelled is told by who succeeded in cancelling it. The numbers are those of JDK 17 to 25.
 */
final class Futures {
    private static final int NEW = 0;
    private static final int NORMAL = 2;
    private static final int EXCEPTIONAL = 3;

    private Futures() {}

    /** It is run, by whatever thread. */
    static long begin(int state, Callable<?> callable) {
        return state == NEW && callable != null ? Work.begin(callable) : 0;
    }

    /** It has run. */
    static void end(long run, int state) {
        if (run == 0) {
            return;
        }
        if (state == NORMAL) {
            Work.TASKS.end(run, TaskStatus.SUCCESS);
        } else if (state == EXCEPTIONAL) {
            Work.TASKS.end(run, TaskStatus.FAILED);
        } else {
            Work.TASKS.end(run);
        }
    }

    /** It has run and may run again; its state is as before unless it failed or was cancelled. */
    static void endOfOne(long run, boolean again, int state) {
        end(run, again ? NORMAL : state);
    }

    /**
     * Somebody is about to cancel it.
     *
     * @param runner the thread that runs it, {@code null} if none does
     * @return the recorder if that succeeds, {@code null} if it does not count
     */
    static TaskKind cancelling(int state, Callable<?> callable, Thread runner) {
        if (state != NEW || callable == null) {
            return null;
        }
        ExecutorTask task = Work.taskOf(callable);
        return runner == null ? task.notRun() : task.kind(Work.agentOf(runner));
    }
}
