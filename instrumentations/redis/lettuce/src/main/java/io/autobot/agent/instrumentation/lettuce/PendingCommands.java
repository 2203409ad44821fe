package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.spi.StateMap;
import io.lettuce.core.protocol.Command;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When each command that is under way was handed to Lettuce, and over which connection it went last: in two fields of
 * the command itself, because there are hundreds of thousands of them in a second. Any thread; whoever takes a start
 * first has it, so that a command that ends twice (an error reply, a reply after its timeout) is recorded once.
 */
final class PendingCommands {
    /** No command is under way. Set bits tell a start from the fields' initial value and from {@link #ENDED}. */
    static final long NONE = 0;

    private static final long PENDING = 1;
    private static final long TRANSACTION = 2;
    private static final long FLAGS = 3;
    private static final long ENDED = 4;

    private static final VarHandle START_OF = LettuceFields.START.find(MethodHandles.lookup(), Command.class);
    private static final VarHandle CHANNEL_OF =
            LettuceFields.COMMAND_CHANNEL.find(MethodHandles.lookup(), Command.class);

    /** Instead of the fields, where Lettuce was loaded before the agent. */
    private static final StateMap<Command<?, ?, ?>, Late> LATE = new StateMap<>();

    private PendingCommands() {}

    @SuppressWarnings("serial") // Never serialized.
    private static final class Late extends AtomicLong {
        private volatile RedisChannel channel;
    }

    /** Whether it is under way or has ended. */
    static boolean isKnown(Command<?, ?, ?> command) {
        return START_OF != null ? (long) START_OF.get(command) != NONE : LATE.get(command) != null;
    }

    /**
     * The command is under way.
     *
     * @param now {@link System#nanoTime}
     * @param transaction it is queued by a MULTI
     */
    static void begin(Command<?, ?, ?> command, long now, boolean transaction, RedisChannel channel) {
        long start = now & ~FLAGS | PENDING | (transaction ? TRANSACTION : 0);
        if (START_OF != null) {
            CHANNEL_OF.set(command, (Object) channel);
            // Whichever queue takes the command to another thread publishes both.
            START_OF.set(command, start);
        } else {
            Late late = new Late();
            late.channel = channel;
            late.set(start);
            LATE.put(command, late);
        }
    }

    /** Nothing is to be recorded for this command. */
    static void ignore(Command<?, ?, ?> command) {
        if (START_OF != null) {
            START_OF.set(command, ENDED);
        } else {
            LATE.put(command, new Late());
        }
    }

    /** The command goes on over another connection. */
    static void move(Command<?, ?, ?> command, RedisChannel channel) {
        if (START_OF != null) {
            CHANNEL_OF.set(command, (Object) channel);
        } else {
            Late late = LATE.get(command);
            if (late != null) {
                late.channel = channel;
            }
        }
    }

    /** The start of a command that ends now, {@link #NONE} if there is none or it was taken before. */
    static long take(Command<?, ?, ?> command) {
        if (START_OF != null) {
            if (((long) START_OF.get(command) & PENDING) == 0) {
                return NONE;
            }
            long start = (long) START_OF.getAndSet(command, ENDED);
            return (start & PENDING) == 0 ? NONE : start;
        }
        Late late = LATE.get(command);
        return late == null ? NONE : late.getAndSet(NONE);
    }

    /** Whether the command of this start was queued by a MULTI. */
    static boolean inTransaction(long start) {
        return (start & TRANSACTION) != 0;
    }

    /** The connection it went over last. */
    static RedisChannel channel(Command<?, ?, ?> command) {
        return START_OF != null ? (RedisChannel) CHANNEL_OF.get(command) : LATE.get(command).channel;
    }
}
