package io.autobot.agent.flows;

import io.autobot.agent.rules.Rule;
import io.autobot.agent.status.RuleStatus;
import io.autobot.agent.status.RuleStatus.State;
import io.autobot.agent.status.StatusBoard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What became of one rule, for the health report. Any thread; nothing here is on a hot path. */
final class FlowState {
    private static final int MAX_PROBLEMS = 10;
    private static final int MAX_SHOWN = 5;

    private final Rule rule;
    private final StatusBoard status;
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private boolean disabled;
    private String noMatch;

    FlowState(Rule rule, StatusBoard status) {
        this.rule = rule;
        this.status = status;
    }

    Rule rule() {
        return rule;
    }

    synchronized void switchedOff() {
        disabled = true;
    }

    /** A method is woven. */
    synchronized void found(String method) {
        methods.add(method);
    }

    /** Something that the rule wants cannot be done; said once. */
    void problem(String what) {
        synchronized (this) {
            if (problems.size() >= MAX_PROBLEMS || !problems.add(what)) {
                return;
            }
        }
        status.warn("rule '" + rule.name() + "': " + what);
    }

    /** A class is there without such a method. Of a pattern that is no news, as long as another class has it. */
    void notIn(String type, boolean bodiless, List<String> others) {
        String what = bodiless
                ? "has no code in " + type + "; name the class that implements it, or use a pattern such as "
                        + type.substring(0, type.lastIndexOf('.') + 1) + "*."
                        + rule.method().method()
                : "is none of the methods that " + type + " declares itself" + some(others);
        synchronized (this) {
            if (noMatch != null) {
                return;
            }
            noMatch = what;
        }
        if (!rule.method().isOfManyTypes()) {
            status.warn("rule '" + rule.name() + "': " + rule.method() + " " + what);
        }
    }

    private static String some(List<String> others) {
        Set<String> names = new LinkedHashSet<>(others);
        List<String> shown = names.stream().limit(MAX_SHOWN).toList();
        return names.isEmpty()
                ? ""
                : ", which are " + String.join(", ", shown) + (names.size() > MAX_SHOWN ? ", ..." : "");
    }

    synchronized RuleStatus status() {
        State state = disabled
                ? State.DISABLED
                : methods.isEmpty()
                        ? noMatch == null && problems.isEmpty() ? State.NOT_SEEN : State.NO_MATCH
                        : problems.isEmpty() ? State.ACTIVE : State.INCOMPLETE;
        return new RuleStatus(rule.name(), rule.kind().id(), state, message(state));
    }

    private String message(State state) {
        if (!problems.isEmpty()) {
            return String.join("; ", problems);
        }
        return switch (state) {
            case DISABLED -> "instrumentations.rules.enabled or its group's is false";
            case NOT_SEEN -> "no class " + rule.method().type() + " was loaded so far" + hint();
            case NO_MATCH ->
                rule.method().isOfManyTypes()
                        ? "no class " + rule.method().type() + " that was loaded so far has such a method"
                        : rule.method() + " " + noMatch;
            default -> "sees " + methods.size() + (methods.size() == 1 ? " method" : " methods") + shownMethods();
        };
    }

    private String shownMethods() {
        List<String> shown = methods.stream().limit(MAX_SHOWN).toList();
        return ": " + String.join(", ", shown) + (methods.size() > MAX_SHOWN ? ", ..." : "");
    }

    /** The usual mistake. */
    private String hint() {
        String type = rule.method().type();
        int dot = type.lastIndexOf('.');
        int before = type.lastIndexOf('.', dot - 1) + 1;
        return dot > 0 && Character.isUpperCase(type.charAt(before))
                ? "; a nested class is written " + type.substring(0, dot) + "$" + type.substring(dot + 1)
                : "";
    }
}
