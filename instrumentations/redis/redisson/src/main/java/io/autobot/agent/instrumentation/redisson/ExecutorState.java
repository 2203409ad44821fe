package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.spi.StateMap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.redisson.command.CommandBatchService;
import org.redisson.command.RedisExecutor;

/**
 * What we know of one operation of the application: in fields of its executor, or beside it where that class was
 * loaded before the agent. The attempts of an executor follow each other; each may end on another thread.
 */
final class ExecutorState {
    /** Instead of a time: nothing was handed over yet. */
    static final long NOTHING = 0;

    /** Instead of a time: the attempts so far have their records. */
    static final long RECORDED = 1;

    /** Keeps real times apart from the two above. */
    private static final long REAL = 2;

    private static final VarHandle SENT = RedissonFields.SENT.find(MethodHandles.lookup(), RedisExecutor.class);
    private static final VarHandle BATCH = RedissonFields.BATCH.find(MethodHandles.lookup(), RedisExecutor.class);
    private static final VarHandle START = RedissonFields.START.find(MethodHandles.lookup(), RedisExecutor.class);
    private static final VarHandle ASKED = RedissonFields.ASKED.find(MethodHandles.lookup(), RedisExecutor.class);
    private static final boolean CARRIED = SENT != null && BATCH != null && START != null && ASKED != null;

    private static final StateMap<RedisExecutor<?, ?>, Beside> BESIDE = new StateMap<>();

    private ExecutorState() {}

    /** The same for executors without fields. */
    private static final class Beside {
        private volatile Object sent;
        private volatile CommandBatchService.Entry batch;
        private volatile long start;
        private volatile long asked;
    }

    /** The present attempt handed this command or batch to a connection. */
    static void sent(RedisExecutor<?, ?> executor, Object command) {
        if (CARRIED) {
            SENT.setVolatile(executor, command);
        } else {
            beside(executor).sent = command;
        }
    }

    /** What the present attempt handed over, once; {@code null} if it did not come to that. */
    static Object takeSent(RedisExecutor<?, ?> executor) {
        if (CARRIED) {
            return SENT.getAndSet(executor, null);
        }
        Object sent = beside(executor).sent;
        beside(executor).sent = null;
        return sent;
    }

    static void batch(RedisExecutor<?, ?> executor, CommandBatchService.Entry batch) {
        if (CARRIED) {
            BATCH.setVolatile(executor, batch);
        } else {
            beside(executor).batch = batch;
        }
    }

    /** The commands of a batch; {@code null} for a single command. */
    static CommandBatchService.Entry batch(RedisExecutor<?, ?> executor) {
        return CARRIED ? (CommandBatchService.Entry) BATCH.getVolatile(executor) : beside(executor).batch;
    }

    /** A clock of an attempt that has no record yet, {@link #NOTHING} or {@link #RECORDED}. */
    static long start(RedisExecutor<?, ?> executor) {
        return CARRIED ? (long) START.getVolatile(executor) : beside(executor).start;
    }

    /** The attempt is handed over now; its clock may run since an earlier one that was redirected. */
    static void starts(RedisExecutor<?, ?> executor, long now) {
        long since = start(executor);
        if (since == NOTHING || since == RECORDED) {
            start(executor, now | REAL);
        }
    }

    /** All attempts so far have their records. */
    static void recorded(RedisExecutor<?, ?> executor) {
        start(executor, RECORDED);
    }

    private static void start(RedisExecutor<?, ?> executor, long since) {
        if (CARRIED) {
            START.setVolatile(executor, since);
        } else {
            beside(executor).start = since;
        }
    }

    /** A connection was asked for. */
    static void asked(RedisExecutor<?, ?> executor, long now) {
        if (CARRIED) {
            ASKED.setVolatile(executor, now | REAL);
        } else {
            beside(executor).asked = now | REAL;
        }
    }

    /** When a connection was asked for last; {@link #NOTHING} where the executor has one already. */
    static long asked(RedisExecutor<?, ?> executor) {
        return CARRIED ? (long) ASKED.getVolatile(executor) : beside(executor).asked;
    }

    private static Beside beside(RedisExecutor<?, ?> executor) {
        Beside known = BESIDE.get(executor);
        return known != null ? known : BESIDE.putIfAbsent(executor, new Beside());
    }
}
