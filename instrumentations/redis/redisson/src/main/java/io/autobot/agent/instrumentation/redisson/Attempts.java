package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisDatabase;
import java.util.concurrent.CompletableFuture;
import org.redisson.RedissonShutdownException;
import org.redisson.client.RedisConnection;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.CommandsData;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.command.CommandBatchService;
import org.redisson.command.RedisExecutor;
import org.redisson.connection.ConnectionManager;

/**
 * Attempts at what the application asked for. Each that was handed to a connection is one command, as it is for the
 * server; those that got no connection leave one error together, and only if no other attempt left a record.
 */
final class Attempts {
    private Attempts() {}

    /** An attempt has its connection. */
    static void begin(RedisExecutor<?, ?> executor, RedisConnection connection) {
        RedissonNode node = RedissonNodes.reached(connection.getRedisClient());
        long now = System.nanoTime();
        long asked = ExecutorState.asked(executor);
        if (asked != ExecutorState.NOTHING) {
            node.database().poolWaited(now - asked);
        }
        ExecutorState.starts(executor, now);
    }

    /** An attempt ended that had no connection. */
    static void endedUnsent(CompletableFuture<?> attempt, ConnectionManager manager) {
        if (attempt.isCompletedExceptionally()
                && !attempt.isCancelled()
                && Outcome.cause(attempt) instanceof RedisTimeoutException) {
            RedissonNodes.database(manager).poolTimeout();
        }
    }

    /**
     * An attempt ended that was handed to a connection.
     *
     * @param sent the command or batch
     * @return whether a redirection is to be followed, so that something is still without a record
     */
    static boolean ended(
            RedisExecutor<?, ?> executor,
            Object sent,
            CompletableFuture<RedisConnection> connection,
            CompletableFuture<?> attempt,
            Outcome outcome) {
        RedisChannel channel = channel(connection);
        long start = ExecutorState.start(executor);
        boolean open = sent instanceof CommandsData
                ? BatchOutcomes.record(channel, (CommandsData) sent, attempt, outcome, start)
                : outcome == Outcome.REDIRECTED;
        if (sent instanceof CommandData) {
            Outcomes.record(channel, (CommandData<?, ?>) sent, outcome, start, false);
        }
        if (!open) {
            ExecutorState.recorded(executor);
        }
        return open;
    }

    /** Redisson did not follow after all: it noticed that it was being sent in circles. */
    static void redirectionNotFollowed(
            RedisExecutor<?, ?> executor, Object sent, CompletableFuture<RedisConnection> connection) {
        long start = ExecutorState.start(executor);
        if (start == ExecutorState.RECORDED) {
            return;
        }
        ExecutorState.recorded(executor);
        RedisChannel channel = channel(connection);
        if (sent instanceof CommandsData) {
            BatchOutcomes.redirectionsFailed(channel, (CommandsData) sent, start);
        } else {
            Outcomes.record(channel, (CommandData<?, ?>) sent, Outcome.FAILED, start, false);
        }
    }

    /** The operation failed; an attempt may have said so already. */
    static void failed(
            RedisExecutor<?, ?> executor,
            RedisCommand<?> command,
            Object[] parameters,
            ConnectionManager manager,
            Throwable cause) {
        long start = ExecutorState.start(executor);
        if (start == ExecutorState.RECORDED
                || !(cause instanceof RedisException)
                || cause instanceof RedissonShutdownException) {
            return;
        }
        ExecutorState.recorded(executor);
        RedisDatabase database = RedissonNodes.database(manager);
        long since = since(executor, start);
        long nanos = System.nanoTime() - since;
        CommandBatchService.Entry batch = ExecutorState.batch(executor);
        if (batch != null) {
            for (CommandData<?, ?> one : batch.getCommands()) {
                database.operation(RedissonCommands.id(one)).error(nanos);
            }
        } else if (command != null) {
            database.operation(RedissonCommands.id(command, parameters)).error(nanos);
        }
    }

    /** When the failed operation began, as far as that was seen. */
    private static long since(RedisExecutor<?, ?> executor, long start) {
        if (start != ExecutorState.NOTHING) {
            return start;
        }
        long asked = ExecutorState.asked(executor);
        return asked == ExecutorState.NOTHING ? System.nanoTime() : asked;
    }

    private static RedisChannel channel(CompletableFuture<RedisConnection> connection) {
        return RedissonNodes.reached(connection.getNow(null).getRedisClient()).channel();
    }
}
