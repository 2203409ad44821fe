package io.autobot.agent.workflow;

import java.util.Locale;

/** How a workflow ended; the values of the {@code status} label. */
public enum WorkflowStatus {
    /** It came to its end. */
    SUCCESS,
    /** An error ended it. */
    FAILED,
    /** Somebody ended it. */
    CANCELLED,
    /** Its engine ended it for its time. */
    TIMEOUT;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The label value, for example {@code success}. */
    public String id() {
        return id;
    }
}
