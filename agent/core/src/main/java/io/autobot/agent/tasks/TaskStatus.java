package io.autobot.agent.tasks;

import java.util.Locale;

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

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The label value, for example {@code success}. */
    public String id() {
        return id;
    }
}
