package io.autobot.agent.resilience;

import io.autobot.agent.metrics.FamilyDescription;
import java.util.List;

/** The families of circuit breakers: names, labels and what their numbers mean. */
public final class ResilienceFamilies {
    private static final String CATEGORY = "resilience";

    /** What happened to them. */
    public static final FamilyDescription EVENTS = FamilyDescription.counter(
                    CATEGORY, "autobot_circuit_breaker_events_total")
            .open("database")
            .closed("event", "opened", "half_opened", "closed", "rejected", "reset")
            .closed(
                    "reason",
                    "too_many_failures",
                    "too_slow",
                    "wait_elapsed",
                    "probe_succeeded",
                    "probe_failed",
                    "manual")
            .documented()
            .help(
                    "What happened to the circuit breakers of this name, and why; a rejected call has the reason for which"
                            + " its breaker opened last. A breaker without a name has that of its library.");

    /** How they are. */
    public static final FamilyDescription STATE = FamilyDescription.gauge(CATEGORY, "autobot_circuit_breaker_state")
            .open("database")
            .documented()
            .help(
                    "0 closed (disabled and metrics-only too), 1 open (forced open too), 2 half-open, as the library says at"
                            + " the scrape; the worst of several breakers of one name, open being worse than half-open.");

    /** What they have seen. */
    public static final FamilyDescription FAILURES = FamilyDescription.gauge(
                    CATEGORY, "autobot_circuit_breaker_failure_count")
            .open("database")
            .documented()
            .help(
                    "Failed calls in the breaker's current window, as the library says at the scrape; the sum over several"
                            + " breakers of one name.");

    /** All of them. */
    public static final List<FamilyDescription> ALL = List.of(EVENTS, STATE, FAILURES);

    private ResilienceFamilies() {}
}
