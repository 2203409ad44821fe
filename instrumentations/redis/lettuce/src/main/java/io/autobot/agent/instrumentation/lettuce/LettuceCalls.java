package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisCommands;
import io.autobot.agent.redis.RedisThread;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.DecoratedCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.protocol.TransactionalCommand;
import java.util.concurrent.CancellationException;

/** Follows commands from the connection that takes them to their end, on whatever thread that comes. */
final class LettuceCalls {
    private LettuceCalls() {}

    /** A command is handed over; again when it was redirected, or is repeated after a reconnect. */
    static void writing(RedisCommand<?, ?, ?> written, RedisChannel channel) {
        Command<?, ?, ?> command = within(written, Command.class);
        if (command == null) {
            return;
        }
        if (PendingCommands.isKnown(command)) {
            PendingCommands.move(command, channel);
            return;
        }
        int id = LettuceCommands.container(command);
        if (isOwn(id, channel)) {
            PendingCommands.ignore(command);
        } else if (RedisCommands.isSubscription(id)) {
            PendingCommands.ignore(command);
            channel.counted(id);
        } else {
            boolean transaction = within(written, TransactionalCommand.class) != null;
            PendingCommands.begin(command, System.nanoTime(), transaction, channel);
        }
    }

    /** The first of this kind among a command and what it wraps, {@code null} if none is. */
    private static <T> T within(RedisCommand<?, ?, ?> written, Class<T> kind) {
        RedisCommand<?, ?, ?> at = written;
        while (!kind.isInstance(at) && at instanceof DecoratedCommand<?, ?, ?> wrapper) {
            at = wrapper.getDelegate();
        }
        return kind.isInstance(at) ? kind.cast(at) : null;
    }

    private static boolean isOwn(int id, RedisChannel channel) {
        if (channel.ignored()) {
            return true;
        }
        RedisThread thread = RedisThread.current();
        return thread.internal()
                || thread.isOwnNext(id)
                // Lettuce follows ASK, and lets replicas be read, with these.
                || (id == RedisCommands.ASKING || id == RedisCommands.READONLY) && LettuceChannels.isOfCluster(channel);
    }

    /** The connection refused it with an exception, as those of 5.0 do. */
    static void refused(RedisCommand<?, ?, ?> written, Throwable thrown) {
        Command<?, ?, ?> command = within(written, Command.class);
        if (command != null) {
            failed(command, thrown);
        }
    }

    /** A reply was read. */
    static void completed(Command<?, ?, ?> command) {
        long start = PendingCommands.take(command);
        if (start == PendingCommands.NONE) {
            return;
        }
        RedisChannel channel = PendingCommands.channel(command);
        CommandOutput<?, ?, ?> output = command.getOutput();
        int id = LettuceCommands.id(command);
        if (output != null && output.hasError()) {
            channel.failed(id, start);
        } else if (PendingCommands.inTransaction(start) && (output == null || output.get() == null)) {
            // DISCARD and an aborted EXEC complete what was queued, too.
            channel.cancelled(id, start);
        } else if (!RedisCommands.isLookup(id) || PendingCommands.inTransaction(start)) {
            channel.succeeded(id, start);
            follow(id, command, channel);
        } else {
            channel.lookedUp(id, start, !LettuceCommands.isMiss(output));
        }
    }

    private static void follow(int id, Command<?, ?, ?> command, RedisChannel channel) {
        if (id == RedisCommands.SELECT) {
            channel.selected(LettuceCommands.index(command));
        } else if (id == RedisCommands.RESET) {
            channel.selected(0);
        }
    }

    /** An error reply was read, or none came. */
    static void failed(Command<?, ?, ?> command, Throwable thrown) {
        if (thrown instanceof CancellationException) {
            cancelled(command);
            return;
        }
        long start = PendingCommands.take(command);
        if (start == PendingCommands.NONE) {
            return;
        }
        int id = LettuceCommands.id(command);
        if (thrown instanceof RedisCommandTimeoutException) {
            PendingCommands.channel(command).timedOut(id, start);
        } else {
            PendingCommands.channel(command).failed(id, start);
        }
    }

    /**
     * Whoever waited gave up. The sync API does so when the time is up, Lettuce itself with an error when the
     * connection is lost. What the application cancels is no failure: the server may well have done it.
     */
    static void cancelled(Command<?, ?, ?> command) {
        long start = PendingCommands.take(command);
        if (start == PendingCommands.NONE) {
            return;
        }
        RedisChannel channel = PendingCommands.channel(command);
        int id = LettuceCommands.id(command);
        if (RedisThread.current().awaiting()) {
            channel.timedOut(id, start);
        } else if (command.getOutput() != null && command.getOutput().hasError()) {
            channel.failed(id, start);
        } else {
            channel.cancelled(id, start);
        }
    }
}
