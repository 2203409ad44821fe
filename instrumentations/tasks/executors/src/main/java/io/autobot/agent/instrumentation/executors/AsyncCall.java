package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.TaskStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** A function of {@code CompletableFuture} that runs on an executor, and the future that takes its result. */
final class AsyncCall {
    private long run;
    private CompletableFuture<?> future;

    private AsyncCall() {}

    /** It is run; {@code null} if it does not count or its future is settled, in which case it is passed over. */
    static AsyncCall begin(CompletableFuture<?> future, Object function) {
        if (future == null || function == null) {
            return null;
        }
        if (future.isDone()) {
            if (future.isCancelled()) {
                cancelled(function);
            }
            return null;
        }
        long run = Work.begin(function);
        if (run == 0) {
            return null;
        }
        AsyncCall call = new AsyncCall();
        call.run = run;
        call.future = future;
        return call;
    }

    private static void cancelled(Object function) {
        var kind = Work.taskOf(function).kind(Work.agentOf(Thread.currentThread()));
        if (kind != null) {
            kind.count(TaskStatus.CANCELLED);
        }
    }

    /** It has run, and its future is settled. */
    void end() {
        Work.TASKS.end(run, status(future));
    }

    private static TaskStatus status(CompletableFuture<?> future) {
        if (!future.isCompletedExceptionally()) {
            return TaskStatus.SUCCESS;
        }
        if (future.isCancelled()) {
            return TaskStatus.CANCELLED;
        }
        try {
            future.getNow(null);
            return TaskStatus.SUCCESS;
        } catch (CompletionException failed) {
            // orTimeout; a supplier cannot throw this one.
            return failed.getCause() instanceof TimeoutException ? TaskStatus.TIMEOUT : TaskStatus.FAILED;
        }
    }
}
