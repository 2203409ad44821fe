package io.autobot.agent.instrumentation.jedis;

import java.net.SocketTimeoutException;

/** Tells Jedis' exceptions apart. */
final class JedisFailures {
    private static final int DEEPEST = 8;

    private JedisFailures() {}

    /**
     * Whether something did not come in time. Up to 4.0 the reason is a cause; from 4.4 on it is suppressed where
     * several addresses were tried.
     */
    static boolean isTimeout(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof SocketTimeoutException) {
                return true;
            }
            for (Throwable suppressed : at.getSuppressed()) {
                if (suppressed instanceof SocketTimeoutException) {
                    return true;
                }
            }
            at = at.getCause();
        }
        return false;
    }
}
