package io.autobot.agent.rules;

import io.autobot.agent.rules.ValueForm.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns what people write into rules. A rule that is wrong is one line and is left out; the others hold. For one
 * thread.
 */
public final class RuleParser {
    /** What an entry of the configuration has to look like: a rule's name, a dot, what of it is said. */
    public static final String ENTRY = "[A-Za-z0-9_-]{1,60}\\..+";

    /** More are a mistake, and each costs memory. */
    private static final int MAX_RULES = 200;

    private static final List<String> FIELDS =
            List.of("kind", "method", "type", "workflow", "agent", "status", "decision", "words");

    private static final String WORDS = "words.";

    /** Hears what is wrong. */
    public interface Problems {
        /** @param place the rule, for people */
        void problem(String place, String what);
    }

    private final Problems problems;

    /** @param problems told of each rule that is wrong */
    public RuleParser(Problems problems) {
        this.problems = problems;
    }

    /**
     * The rules that are right, in the order in which they were named first.
     *
     * @param entries {@code <rule>.<field>} and its value, each key as in {@link #ENTRY}
     */
    public List<Rule> parse(Map<String, String> entries) {
        Map<String, Map<String, String>> byName = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            int dot = entry.getKey().indexOf('.');
            String name = entry.getKey().substring(0, dot);
            Map<String, String> fields = byName.get(name);
            if (fields == null) {
                fields = new LinkedHashMap<>();
                byName.put(name, fields);
            }
            fields.put(entry.getKey().substring(dot + 1), entry.getValue().trim());
        }
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> named : byName.entrySet()) {
            String place = "rule '" + named.getKey() + "'";
            try {
                if (rules.size() == MAX_RULES) {
                    throw new IllegalArgumentException("there are more than " + MAX_RULES + " rules");
                }
                rules.add(rule(named.getKey(), named.getValue()));
            } catch (IllegalArgumentException wrong) {
                problems.problem(place, wrong.getMessage() + "; the rule is ignored");
            }
        }
        return List.copyOf(rules);
    }

    private static Rule rule(String name, Map<String, String> fields) {
        for (String field : fields.keySet()) {
            if (!FIELDS.contains(field) && !field.startsWith(WORDS)) {
                throw new IllegalArgumentException(
                        "there is no '" + field + "'; a rule has " + String.join(", ", FIELDS));
            }
        }
        RuleKind kind = kind(fields.get("kind"));
        String method = fields.get("method");
        if (method == null) {
            throw new IllegalArgumentException("'method' is missing; say which, as in com.acme.OrderFlow.run");
        }
        only(fields, "type", kind != RuleKind.APPROVAL, kind, "'workflow' says to which workflow it belongs");
        only(
                fields,
                "workflow",
                kind == RuleKind.STEP || kind == RuleKind.APPROVAL,
                kind,
                kind == RuleKind.WORKFLOW ? "'type' names it" : "only steps and approvals belong to one");
        only(fields, "agent", kind == RuleKind.TASK, kind, "only tasks do");
        only(fields, "status", kind != RuleKind.APPROVAL, kind, "'decision' says how it ended");
        only(fields, "decision", kind == RuleKind.APPROVAL, kind, "'status' says how it ended");
        ValueForm outcome = outcome(kind, fields);
        return new Rule(
                name,
                kind,
                MethodPattern.parse(method),
                type(kind, fields.get("type")),
                beforeTheCall("workflow", fields.get("workflow")),
                beforeTheCall("agent", fields.get("agent")),
                outcome,
                words(kind, outcome, fields));
    }

    private static RuleKind kind(String text) {
        RuleKind kind = text == null ? null : RuleKind.of(text);
        if (kind == null) {
            throw new IllegalArgumentException("'kind' has to be one of workflow, step, approval, task"
                    + (text == null ? ", and is missing" : ", not '" + text + "'"));
        }
        return kind;
    }

    private static void only(Map<String, String> fields, String field, boolean allowed, RuleKind kind, String instead) {
        if (fields.containsKey(field) && !allowed) {
            throw new IllegalArgumentException("a rule of kind " + kind.id() + " has no '" + field + "': " + instead);
        }
    }

    /** What people expect: workflows are named by their classes, steps by their methods, tasks by both. */
    private static ValueForm type(RuleKind kind, String text) {
        if (text != null) {
            return ValueForm.parse("type", text);
        }
        return switch (kind) {
            case WORKFLOW -> ValueForm.of(Source.CLASS);
            case STEP -> ValueForm.of(Source.METHOD);
            case TASK -> ValueForm.of(Source.CLASS_AND_METHOD);
            case APPROVAL -> null;
        };
    }

    private static ValueForm beforeTheCall(String field, String text) {
        ValueForm form = text == null ? null : ValueForm.parse(field, text);
        if (form != null && form.source() == Source.RETURNED) {
            throw new IllegalArgumentException("'" + field + "' cannot be taken from what is returned");
        }
        return form;
    }

    private static ValueForm outcome(RuleKind kind, Map<String, String> fields) {
        boolean approval = kind == RuleKind.APPROVAL;
        String field = approval ? "decision" : "status";
        String text = fields.get(field);
        if (text == null) {
            return approval ? new ValueForm(Source.RETURNED, -1, List.of(), null) : null;
        }
        ValueForm form = ValueForm.parse(field, text);
        boolean constant = form.source() == Source.CONSTANT;
        if (form.source() == Source.RETURNED || approval && form.source() == Source.ARGUMENT) {
            return form;
        }
        if (approval && constant && kind.outcomes().contains(form.constant().toLowerCase(Locale.ROOT))) {
            return form;
        }
        throw new IllegalArgumentException(
                approval
                        ? "'decision' is $return or an argument such as $2, each with getters as in $return.outcome, or"
                                + " always one of " + String.join(", ", kind.outcomes()) + ", not '" + text + "'"
                        : "'status' is $return, or a getter of it such as $return.status, not '" + text + "'");
    }

    private static Map<String, String> words(RuleKind kind, ValueForm outcome, Map<String, String> fields) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getKey().startsWith(WORDS)) {
                put(kind, words, field.getKey().substring(WORDS.length()), field.getValue());
            } else if (field.getKey().equals("words")) {
                for (String word : field.getValue().split(";")) {
                    int arrow = word.indexOf("->");
                    if (arrow < 0) {
                        throw new IllegalArgumentException("'words' says what words mean, as in BROKEN->"
                                + kind.outcomes().get(1) + ", not '" + word + "'");
                    }
                    put(kind, words, word.substring(0, arrow), word.substring(arrow + 2));
                }
            }
        }
        if (!words.isEmpty() && (outcome == null || outcome.source() == Source.CONSTANT)) {
            throw new IllegalArgumentException("'words' needs a 'status' that they are words of, such as $return");
        }
        return words;
    }

    private static void put(RuleKind kind, Map<String, String> words, String word, String meaning) {
        String outcome = meaning.trim().toLowerCase(Locale.ROOT);
        if (!kind.outcomes().contains(outcome)) {
            throw new IllegalArgumentException("'words' says that " + word.trim() + " means '" + meaning.trim()
                    + "'; a " + kind.id() + " ends as one of " + String.join(", ", kind.outcomes()));
        }
        words.put(word.trim().toLowerCase(Locale.ROOT), outcome);
    }
}
