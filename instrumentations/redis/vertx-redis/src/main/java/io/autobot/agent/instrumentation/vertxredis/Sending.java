package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Request;
import java.util.List;

/** What is entering a connection's queue on this thread: one request, several, or commands as they go to the server. */
final class Sending {
    private static final int CONNECTION = 0;
    private static final int WHAT = 1;
    private static final int AT = 2;

    /** An array of the JDK's, emptied after use: a thread that outlives the application must not keep its classes. */
    private static final ThreadLocal<Object[]> CURRENT = new ThreadLocal<>();

    private Sending() {}

    /**
     * Requests are about to enter the queue.
     *
     * @param what a request, a list of them, or a buffer
     */
    static void enter(VertxConnection connection, Object what, long now) {
        Object[] slot = CURRENT.get();
        if (slot == null) {
            slot = new Object[] {null, null, new long[2]};
            CURRENT.set(slot);
        }
        slot[CONNECTION] = connection;
        slot[WHAT] = what;
        long[] at = (long[]) slot[AT];
        at[0] = 0;
        at[1] = now;
    }

    /** Whatever did not enter the queue will not. */
    static void exit() {
        Object[] slot = CURRENT.get();
        if (slot != null) {
            slot[CONNECTION] = null;
            slot[WHAT] = null;
        }
    }

    /** The next of them entered the queue. */
    static void offered() {
        Object[] slot = CURRENT.get();
        if (slot == null || slot[CONNECTION] == null) {
            return;
        }
        VertxConnection connection = (VertxConnection) slot[CONNECTION];
        long[] at = (long[]) slot[AT];
        Object what = slot[WHAT];
        if (what instanceof Buffer) {
            at[0] = WireCommands.sent(connection, (Buffer) what, (int) at[0], at[1]);
        } else if (what instanceof List) {
            Requests.sent(connection, (Request) ((List<?>) what).get((int) at[0]++), at[1]);
        } else {
            Requests.sent(connection, (Request) what, at[1]);
        }
    }
}
