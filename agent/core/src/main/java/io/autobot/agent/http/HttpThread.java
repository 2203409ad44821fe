package io.autobot.agent.http;

/**
 * Tells a thread that an outer library has the exchange, so that the client below it does not count it again.
 */
public final class HttpThread {
    private static final ThreadLocal<HttpThread> CURRENT = new ThreadLocal<>();

    private int depth;

    private HttpThread() {}

    static boolean isCovered() {
        HttpThread thread = CURRENT.get();
        return thread != null && thread.depth > 0;
    }

    /** What this thread calls from now on belongs to an exchange that is open already, until {@link #uncover}. */
    public static void cover() {
        HttpThread thread = CURRENT.get();
        if (thread == null) {
            thread = new HttpThread();
            CURRENT.set(thread);
        }
        thread.depth++;
    }

    /** Ends one {@link #cover}. */
    public static void uncover() {
        HttpThread thread = CURRENT.get();
        if (thread != null && --thread.depth <= 0) {
            CURRENT.remove();
        }
    }
}
