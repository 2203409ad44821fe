package io.autobot.agent.resilience;

/**
 * Why the library is about to change a breaker's state on this thread. Libraries change it through the methods that the
 * application may call too; only who calls them tells a rule from a hand. Confined to its thread.
 */
public final class BreakerThread {
    private static final ThreadLocal<BreakerThread> CURRENT = ThreadLocal.withInitial(BreakerThread::new);

    private BreakerReason cause;
    private int asking;

    private BreakerThread() {}

    /** The state of the calling thread. */
    public static BreakerThread current() {
        return CURRENT.get();
    }

    /**
     * The library works on a rule from now on.
     *
     * @return what was the cause before, for {@link #leave}
     */
    public BreakerReason enter(BreakerReason rule) {
        BreakerReason before = cause;
        cause = rule;
        return before;
    }

    /** Ends what {@link #enter} began. */
    public void leave(BreakerReason before) {
        cause = before;
    }

    /** The rule behind the state change that happens now, else {@code otherwise}; a rule changes the state once. */
    public BreakerReason take(BreakerReason otherwise) {
        BreakerReason taken = cause;
        cause = null;
        return taken == null ? otherwise : taken;
    }

    /** An open breaker is asked for a permit, and may ask itself once more. Nests. */
    public void enterAsking() {
        asking++;
    }

    /** Ends what {@link #enterAsking} began. */
    public void exitAsking() {
        asking--;
    }

    /** Whether the answer on this thread is not yet the one that the application gets. */
    public boolean asking() {
        return asking > 0;
    }
}
