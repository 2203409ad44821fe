package io.autobot.agent.redis;

/**
 * What the current thread is doing with Redis beyond the single command: whether the traffic is the client's own
 * (handshake, pool health checks, topology, our polling), whether a pool is making a connection, and whether one call
 * of the application is going through several attempts. Confined to its thread.
 */
public final class RedisThread {
    private static final ThreadLocal<RedisThread> CURRENT = ThreadLocal.withInitial(RedisThread::new);

    private int internal;
    private boolean sampling;
    private RedisPoolOrigin making;
    private RedisPoolOrigin borrowedFrom;
    private long borrowStart;
    private int calls;
    private boolean recorded;
    private boolean awaiting;
    private int ownNext = RedisCommands.OTHER;

    /** When the first attempt of the current call began, if the server sent it elsewhere; else 0. */
    private long redirectedStart;

    /** The command that was sent elsewhere and has no answer yet. */
    private RedisOperation redirected;

    private RedisThread() {}

    /** The state of the calling thread. */
    public static RedisThread current() {
        return CURRENT.get();
    }

    /** What follows on this thread was not asked for by the application. Nests. */
    public void enterInternal() {
        internal++;
    }

    /** Ends what {@link #enterInternal} began. */
    public void exitInternal() {
        internal--;
    }

    /** Whether the traffic on this thread is the client's own. */
    public boolean internal() {
        return internal > 0;
    }

    /** The client's next such command on this thread is its own, though the method that causes it has returned. */
    public void ownNext(int id) {
        ownNext = id;
    }

    /** Whether {@link #ownNext} announced this command; true once. */
    public boolean isOwnNext(int id) {
        if (ownNext == RedisCommands.OTHER || ownNext != id) {
            return false;
        }
        ownNext = RedisCommands.OTHER;
        return true;
    }

    /** This thread waits for one command, which the client cancels when the time is up. */
    public void awaiting(boolean now) {
        awaiting = now;
    }

    /** Whether a command that is cancelled on this thread now has run out of time. */
    public boolean awaiting() {
        return awaiting;
    }

    /** The agent itself asks a server on this thread, or has done so. */
    void sampling(boolean now) {
        sampling = now;
        internal += now ? 1 : -1;
    }

    /** Whether the traffic on this thread is the agent's. */
    public boolean sampling() {
        return sampling;
    }

    /**
     * A pool makes a connection on this thread from now on; its handshake is internal traffic.
     *
     * @param pool {@code null} when it is done
     */
    public void making(RedisPoolOrigin pool) {
        making = pool;
    }

    /** The pool that is making a connection on this thread, or {@code null}. */
    public RedisPoolOrigin making() {
        return making;
    }

    /**
     * A pool was asked for a connection.
     *
     * @param now {@link System#nanoTime}
     */
    public void borrowingFrom(RedisPoolOrigin pool, long now) {
        borrowedFrom = pool;
        borrowStart = now;
    }

    /** When {@link #borrowedFrom} was asked. */
    public long borrowStart() {
        return borrowStart;
    }

    /** The pool that was asked for a connection last in the current call, or {@code null}. */
    public RedisPoolOrigin borrowedFrom() {
        return borrowedFrom;
    }

    /** One call of the application begins, which the client may take several attempts at. Nests. */
    public void enterCall() {
        if (calls++ == 0) {
            recorded = false;
            borrowedFrom = null;
            redirectedStart = 0;
            redirected = null;
        }
    }

    /**
     * Ends what {@link #enterCall} began.
     *
     * @param failed the call ended with an exception
     * @return whether this was the outermost call, failed, and left no record of any command
     */
    public boolean exitCall(boolean failed) {
        if (--calls > 0) {
            return false;
        }
        if (failed && redirected != null) {
            // The attempts ran out while redirected: one error, its clock from the first attempt.
            redirected.error(System.nanoTime() - redirectedStart);
            recorded = true;
        }
        redirectedStart = 0;
        redirected = null;
        return failed && !recorded;
    }

    /** Whether the client follows redirections for the application here. */
    boolean inCall() {
        return calls > 0;
    }

    /** A command was recorded with an outcome. */
    void recorded() {
        recorded = true;
        redirected = null;
    }

    /** The server sent this attempt elsewhere: the next attempt goes on with its clock. */
    void redirected(RedisOperation operation, long start) {
        if (redirectedStart == 0) {
            redirectedStart = start;
        }
        redirected = operation;
    }

    /** When the call's first attempt began, for an attempt that follows a redirection; else {@code now}. */
    long startOr(long now) {
        return redirectedStart == 0 ? now : redirectedStart;
    }
}
