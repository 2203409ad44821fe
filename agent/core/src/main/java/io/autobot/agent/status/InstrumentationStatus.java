package io.autobot.agent.status;

import java.util.Locale;

/**
 * What is known of one instrumentation at one moment.
 *
 * @param name the instrumentation, for example {@code jedis}
 * @param group what it feeds
 * @param state whether it works
 * @param libraryVersion the version found, {@code none} while the library was not seen, {@code unknown} if it does
 *     not say
 * @param reason why it is in this state, from a fixed set
 * @param message the sentence for people, empty when there is nothing to say
 */
public record InstrumentationStatus(
        String name, Group group, State state, String libraryVersion, Reason reason, String message) {

    /** Whether an instrumentation works; of two that both hold for one JVM, the later in this order is shown. */
    public enum State {
        /** Switched off by configuration. */
        DISABLED,
        /** Switched on, library not seen. */
        IDLE,
        /** Woven into at least one class. */
        ACTIVE,
        /** The library is there in a version that the hooks do not fit. */
        INCOMPATIBLE,
        /** Weaving or linking went wrong. */
        FAILED;

        /** The label value, for example {@code active}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why an instrumentation is in its state. */
    public enum Reason {
        NONE,
        NOT_SEEN,
        DISABLED,
        UNSUPPORTED_VERSION,
        MISSING_MEMBER,
        OLD_CLASS_FILE,
        TRANSFORM_FAILED,
        LINK_FAILED;

        /** The label value, for example {@code not_seen}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
