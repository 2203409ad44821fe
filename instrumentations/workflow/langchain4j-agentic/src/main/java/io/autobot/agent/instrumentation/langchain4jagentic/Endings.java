package io.autobot.agent.instrumentation.langchain4jagentic;

import io.autobot.agent.spi.Causes;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** What exceptions say that end agents; the library wraps those of the application several times. */
final class Endings {
    private static final int DEEPEST = 16;
    private static final String SUSPENSION = "dev.langchain4j.agentic.scope.AgenticSystemSuspendedException";

    private Endings() {}

    /** Whether somebody ended it. */
    static boolean isCancellation(Throwable thrown) {
        return Causes.include(thrown, InterruptedException.class, DEEPEST)
                || Causes.include(thrown, CancellationException.class, DEEPEST);
    }

    /** Whether nobody answered in time. */
    static boolean isExpiry(Throwable thrown) {
        return Causes.include(thrown, TimeoutException.class, DEEPEST);
    }

    /** Whether it is no failure but a way out, to be taken up again later; from 1.19 on. */
    static boolean isSuspension(Throwable thrown) {
        return thrown != null && thrown.getClass().getName().equals(SUSPENSION);
    }
}
