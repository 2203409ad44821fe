package io.autobot.agent.workflow;

import java.util.Locale;

/** What became of a person's part in a workflow; the values of the {@code decision} label. */
public enum Decision {
    /** A yes. */
    APPROVED,
    /** A no. */
    REJECTED,
    /** It was decided, and whether that is a yes or a no cannot be told. */
    COMPLETED,
    /** Nobody decided in time. */
    EXPIRED,
    /** Somebody was asked. */
    REQUESTED;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The label value, for example {@code approved}. */
    public String id() {
        return id;
    }

    /**
     * What a value says that an application gave as the outcome: a boolean, or a word for one, whatever its case.
     *
     * @param outcome {@code null} and anything that is neither a yes nor a no is {@link #COMPLETED}; only strings,
     *     booleans and enums are looked at
     */
    public static Decision of(Object outcome) {
        if (outcome instanceof Boolean yes) {
            return yes ? APPROVED : REJECTED;
        }
        String word = outcome instanceof CharSequence
                ? outcome.toString()
                : outcome instanceof Enum<?> constant ? constant.name() : "";
        return switch (word.length() > MAX_WORD ? "" : word.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "ok", "approve", "approved", "accept", "accepted", "confirm", "confirmed" ->
                APPROVED;
            case "false", "no", "n", "reject", "rejected", "deny", "denied", "decline", "declined" -> REJECTED;
            case "expired", "timeout", "timed_out" -> EXPIRED;
            default -> COMPLETED;
        };
    }

    private static final int MAX_WORD = 32;
}
