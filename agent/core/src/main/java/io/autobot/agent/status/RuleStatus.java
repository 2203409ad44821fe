package io.autobot.agent.status;

import java.util.Locale;

/**
 * What became of one rule of the configuration.
 *
 * @param name as in the configuration
 * @param kind what it says its methods are, for example {@code workflow}
 * @param message which methods it found, or what is missing, for people
 */
public record RuleStatus(String name, String kind, State state, String message) {
    /** Whether a rule works. */
    public enum State {
        /** The instrumentation of rules is switched off. */
        DISABLED,
        /** No class that it means was loaded so far. */
        NOT_SEEN,
        /** There is such a class, and it has no such method. */
        NO_MATCH,
        /** Its methods are seen, but something that it wants to know of them cannot be told. */
        INCOMPLETE,
        /** Its methods are seen. */
        ACTIVE;

        /** As in the health report, for example {@code not_seen}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
