package io.autobot.agent.workflow;

import java.util.Locale;

/** How a step of a workflow ended; the values of the {@code status} label. */
public enum StepStatus {
    COMPLETED,
    FAILED,
    SKIPPED,
    CANCELLED;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The label value, for example {@code completed}. */
    public String id() {
        return id;
    }
}
