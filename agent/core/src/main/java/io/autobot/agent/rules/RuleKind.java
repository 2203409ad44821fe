package io.autobot.agent.rules;

import java.util.List;
import java.util.Locale;

/** What a rule says a method is. */
public enum RuleKind {
    WORKFLOW("success", "failed", "cancelled", "timeout"),
    STEP("completed", "failed", "skipped", "cancelled"),
    APPROVAL("approved", "rejected", "completed", "expired", "requested"),
    TASK("success", "failed", "cancelled", "rejected", "timeout");

    private final List<String> outcomes;

    RuleKind(String... outcomes) {
        this.outcomes = List.of(outcomes);
    }

    /** As one writes it, for example {@code workflow}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it can end: the values of the label that says so. */
    public List<String> outcomes() {
        return outcomes;
    }

    /** The kind of this name, in any case; {@code null} if there is none. */
    static RuleKind of(String text) {
        for (RuleKind kind : values()) {
            if (kind.name().equalsIgnoreCase(text)) {
                return kind;
            }
        }
        return null;
    }
}
