package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisCommands;
import java.util.concurrent.CompletableFuture;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.CommandsData;

/** What became of each command of a batch. */
final class BatchOutcomes {
    private BatchOutcomes() {}

    /**
     * Records each command that will not be sent again elsewhere.
     *
     * @param attempt the batch as a whole, or the one command of it that the application asked for
     * @return whether any will be
     */
    static boolean record(
            RedisChannel channel, CommandsData batch, CompletableFuture<?> attempt, Outcome whole, long start) {
        boolean transaction = batch.isAtomic() || batch.isQueued();
        boolean executed = transaction && anyFailedInside(batch);
        boolean redirected = false;
        for (CommandData<?, ?> command : batch.getCommands()) {
            Outcome outcome = command.getPromise() == attempt ? whole : of(command, whole, executed);
            redirected |= outcome == Outcome.REDIRECTED && RedissonCommands.id(command) != RedisCommands.ASKING;
            if (batch.isSkipResult()) {
                Outcomes.recordUntimed(channel, command, outcome);
            } else {
                Outcomes.record(channel, command, outcome, start, transaction);
            }
        }
        return redirected;
    }

    /** What was to be sent elsewhere was not. */
    static void redirectionsFailed(RedisChannel channel, CommandsData batch, long start) {
        for (CommandData<?, ?> command : batch.getCommands()) {
            if (!command.isSuccess() && Outcome.of(command.cause(), true) == Outcome.REDIRECTED) {
                Outcomes.record(channel, command, Outcome.FAILED, start, false);
            }
        }
    }

    /**
     * The outcome of one command.
     *
     * @param executed EXEC ran and one command in it failed, which Redisson takes for the failure of them all
     */
    private static Outcome of(CommandData<?, ?> command, Outcome whole, boolean executed) {
        if (command.isSuccess()) {
            return Outcome.SUCCEEDED;
        }
        Throwable cause = command.cause();
        if (executed && (cause == null || isExec(command))) {
            return Outcome.SUCCEEDED;
        }
        // Without a reply of its own, such as one to MULTI, it went the way of the whole.
        return cause == null ? whole : Outcome.of(cause, whole == Outcome.REDIRECTED);
    }

    private static boolean anyFailedInside(CommandsData batch) {
        for (CommandData<?, ?> command : batch.getCommands()) {
            if (!isExec(command) && !command.isSuccess() && command.cause() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExec(CommandData<?, ?> command) {
        return RedissonCommands.id(command) == RedisCommands.EXEC;
    }
}
