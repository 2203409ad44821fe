package io.autobot.agent.tasks;

import java.util.Locale;

/** Why work is attempted once more; the values of the {@code reason} label. */
public enum RetryReason {
    /** There was no answer in time. */
    TIMEOUT,
    /** The other side, or a limiter on this side, takes no more for now. */
    RATE_LIMIT,
    /** The other side could not be reached, or the connection broke. */
    CONNECTION,
    /** The other side said that it failed. */
    SERVER_ERROR,
    /** Anything else: another exception, or a result that was not good enough. */
    ERROR;

    /** The label value, for example {@code rate_limit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
