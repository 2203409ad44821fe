package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisCommands;
import org.redisson.client.protocol.CommandData;

/** Tells the metrics how a command ended. */
final class Outcomes {
    private Outcomes() {}

    /**
     * Records one command.
     *
     * @param transaction within MULTI, where a look-up's reply is QUEUED
     */
    static void record(
            RedisChannel channel, CommandData<?, ?> command, Outcome outcome, long start, boolean transaction) {
        int id = RedissonCommands.id(command);
        if (outcome == Outcome.REDIRECTED || RedissonCommands.isOwn(command.getCommand(), id)) {
            return;
        }
        if (outcome == Outcome.SUCCEEDED) {
            if (transaction || !RedisCommands.isLookup(id)) {
                channel.succeeded(id, start);
            } else {
                channel.lookedUp(id, start, !Replies.wasNil(command));
            }
        } else if (outcome == Outcome.FAILED) {
            channel.failed(id, start);
        } else if (outcome == Outcome.TIMED_OUT) {
            channel.timedOut(id, start);
        } else {
            // Neither a reply nor a failure: it was sent, and that is all there is to say.
            channel.counted(id);
        }
    }

    /** Records one command that the server was told not to answer. */
    static void recordUntimed(RedisChannel channel, CommandData<?, ?> command, Outcome outcome) {
        int id = RedissonCommands.id(command);
        if (outcome == Outcome.REDIRECTED || RedissonCommands.isOwn(command.getCommand(), id)) {
            return;
        }
        if (outcome == Outcome.SUCCEEDED || outcome == Outcome.ABANDONED) {
            channel.counted(id);
        } else {
            channel.failedUntimed(id);
        }
    }
}
