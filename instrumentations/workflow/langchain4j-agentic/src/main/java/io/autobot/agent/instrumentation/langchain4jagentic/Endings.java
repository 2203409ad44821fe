package io.autobot.agent.instrumentation.langchain4jagentic;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** What exceptions say that end agents; the library wraps those of the application several times. */
final class Endings {
    private static final int DEEPEST = 16;
    private static final String SUSPENSION = "dev.langchain4j.agentic.scope.AgenticSystemSuspendedException";

    private Endings() {}

    /** Whether somebody ended it. */
    static boolean isCancellation(Throwable thrown) {
        return isCausedBy(thrown, InterruptedException.class) || isCausedBy(thrown, CancellationException.class);
    }

    /** Whether nobody answered in time. */
    static boolean isExpiry(Throwable thrown) {
        return isCausedBy(thrown, TimeoutException.class);
    }

    /** Whether it is no failure but a way out, to be taken up again later; from 1.19 on. */
    static boolean isSuspension(Throwable thrown) {
        return thrown != null && thrown.getClass().getName().equals(SUSPENSION);
    }

    private static boolean isCausedBy(Throwable thrown, Class<?> type) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (type.isInstance(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
