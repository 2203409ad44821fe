package io.autobot.agent.instrumentation.redisson;

import org.redisson.command.RedisExecutor;

/**
 * Which executor is handing its command over on this thread. What goes to a connection outside of that is Redisson's
 * own.
 */
final class Sending {
    /** An array of the JDK's, emptied after use: a thread that outlives the application must not keep its classes. */
    private static final ThreadLocal<Object[]> CURRENT = new ThreadLocal<>();

    private Sending() {}

    /** Returns what stood there before. */
    static Object enter(RedisExecutor<?, ?> executor) {
        Object[] slot = CURRENT.get();
        if (slot == null) {
            slot = new Object[1];
            CURRENT.set(slot);
        }
        Object before = slot[0];
        slot[0] = executor;
        return before;
    }

    static void exit(Object before) {
        Object[] slot = CURRENT.get();
        if (slot != null) {
            slot[0] = before;
        }
    }

    /** {@code null} where the traffic is Redisson's own. */
    static RedisExecutor<?, ?> executor() {
        Object[] slot = CURRENT.get();
        return slot == null ? null : (RedisExecutor<?, ?>) slot[0];
    }
}
