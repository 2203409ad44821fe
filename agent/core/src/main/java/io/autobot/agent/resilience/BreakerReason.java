package io.autobot.agent.resilience;

import java.util.Locale;

/** Why something happens to a circuit breaker; the values of the {@code reason} label. */
public enum BreakerReason {
    /** As many calls failed as it tolerates. */
    TOO_MANY_FAILURES,
    /** As many calls were slow as it tolerates, and not too many failed. */
    TOO_SLOW,
    /** Time alone: its wait in the state before was over. */
    WAIT_ELAPSED,
    /** The calls it let through as a probe went well. */
    PROBE_SUCCEEDED,
    /** They did not. */
    PROBE_FAILED,
    /** The application said so. */
    MANUAL;

    /** The label value, for example {@code too_many_failures}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
