package io.autobot.agent.instrumentation.redisson;

import io.netty.channel.ChannelFuture;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.redisson.client.RedisRedirectException;
import org.redisson.client.RedisTimeoutException;

/** How an attempt at a command ended. */
enum Outcome {
    SUCCEEDED,
    FAILED,
    /** No reply in time; Redisson may try again. */
    TIMED_OUT,
    /** The server named another one, and Redisson will ask there. */
    REDIRECTED,
    /** The application gave up waiting. */
    ABANDONED;

    /**
     * The outcome of an attempt that was handed to a connection.
     *
     * @param operation what the application waits for
     * @param redirectionsAreErrors the application asked one server and no other
     */
    static Outcome of(
            CompletableFuture<?> attempt,
            CompletableFuture<?> operation,
            ChannelFuture write,
            boolean redirectionsAreErrors) {
        if (!attempt.isCompletedExceptionally()) {
            return SUCCEEDED;
        }
        if (attempt.isCancelled()) {
            // Redisson cancels an attempt to make another one while the application still waits.
            return operation.isDone() ? ABANDONED : write != null && write.isSuccess() ? TIMED_OUT : FAILED;
        }
        return of(cause(attempt), !redirectionsAreErrors);
    }

    /** The outcome that a failure stands for. */
    static Outcome of(Throwable cause, boolean followed) {
        if (cause instanceof RedisRedirectException && followed) {
            return REDIRECTED;
        }
        if (cause instanceof CancellationException) {
            return ABANDONED;
        }
        return cause instanceof RedisTimeoutException ? TIMED_OUT : FAILED;
    }

    /** Why a future failed. */
    static Throwable cause(CompletableFuture<?> failed) {
        try {
            failed.getNow(null);
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        } catch (CancellationException e) {
            return e;
        }
    }
}
