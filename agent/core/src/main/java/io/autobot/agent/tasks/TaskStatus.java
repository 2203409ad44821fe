package io.autobot.agent.tasks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** How a task ended; the values of the {@code status} label. */
public enum TaskStatus {
    /** It ran to its end. */
    SUCCESS,
    /** It ended with an exception, also where a future keeps it. */
    FAILED,
    /** Somebody cancelled it, before or while it ran. */
    CANCELLED,
    /** Its executor did not take it. */
    REJECTED,
    /** The framework that runs it ended it for its time. */
    TIMEOUT;

    private static final int DEEPEST = 4;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The label value, for example {@code success}. */
    public String id() {
        return id;
    }

    /**
     * How a task ended that ended so: one that was interrupted and gave up for that was cancelled. Exceptions that only
     * carry another are looked into.
     *
     * @param thrown {@code null} for none
     */
    public static TaskStatus of(Throwable thrown) {
        if (thrown == null) {
            return SUCCESS;
        }
        Throwable at = thrown;
        for (int depth = 0; depth < DEEPEST && carries(at) && at.getCause() != null; depth++) {
            at = at.getCause();
        }
        return at instanceof InterruptedException ? CANCELLED : FAILED;
    }

    private static boolean carries(Throwable thrown) {
        return thrown instanceof UndeclaredThrowableException
                || thrown instanceof InvocationTargetException
                || thrown instanceof ExecutionException
                || thrown instanceof CompletionException;
    }
}
