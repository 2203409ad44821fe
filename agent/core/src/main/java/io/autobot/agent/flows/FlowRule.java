package io.autobot.agent.flows;

import io.autobot.agent.rules.Rule;
import io.autobot.agent.rules.ValueForm;
import io.autobot.agent.rules.ValueForm.Source;
import java.util.HashMap;
import java.util.Map;

/** A rule at work: reads off its calls what it names, and counts them. Any thread. */
abstract class FlowRule {
    final Flows flows;
    final Rule rule;
    final FlowState state;

    /** {@code null} where the rule names none. */
    final FlowValue type;

    /** Of a step or approval its workflow, of a task who runs it; {@code null} where the rule names none. */
    final FlowValue owner;

    /** {@code null} where an exception alone tells. */
    final FlowValue outcome;

    private final FlowWords<FlowOutcome> words;
    private boolean saidNoWord;

    FlowRule(Flows flows, FlowState state, ValueForm owner, String ownerField) {
        this.flows = flows;
        this.state = state;
        rule = state.rule();
        type = rule.type() == null ? null : new FlowValue(rule.type(), "type", state);
        this.owner = owner == null ? null : new FlowValue(owner, ownerField, state);
        outcome = rule.outcome() == null ? null : new FlowValue(rule.outcome(), "status", state);
        words = new FlowWords<>(configuredWords(), FlowOutcome::ofWord);
    }

    static FlowRule of(Flows flows, FlowState state) {
        return switch (state.rule().kind()) {
            case WORKFLOW -> new WorkflowRule(flows, state);
            case STEP -> new StepRule(flows, state);
            case APPROVAL -> new ApprovalRule(flows, state);
            case TASK -> new TaskRule(flows, state);
        };
    }

    /** A call begins; its names are told already, but for the type where only the end tells. */
    abstract void start(FlowRun run);

    /** The call has ended; what is known of it is told. */
    abstract void end(FlowRun run);

    /** The end of the call will not be seen. */
    void leave(FlowRun run) {}

    /** Reads what is known when a call begins. */
    void read(FlowRun run, FlowThread thread, FlowMethod method, Object self, Object first, Object second) {
        run.type = type == null ? null : type.atStart(method, self, first);
        run.owner = owner == null ? defaultOwner(thread) : owner.atStart(method, self, second);
    }

    /** Whose it is where the rule does not say; {@code null} if that is of no interest. */
    FlowLabel defaultOwner(FlowThread thread) {
        return null;
    }

    /** Reads what only the end tells. */
    void readEnd(FlowRun run, Object returned, FlowOutcome failure) {
        run.outcome = failure != null ? failure : outcome(returned);
        if (type != null && type.form().source() == Source.RETURNED) {
            run.type = failure != null ? type.labels().unknown() : type.atEnd(returned);
        }
    }

    private FlowOutcome outcome(Object returned) {
        Object value = outcome == null ? null : outcome.read(returned);
        if (value == null) {
            return FlowOutcome.SUCCESS;
        }
        String word = FlowText.of(value);
        FlowOutcome meant = word == null ? null : words.of(word);
        if (meant == null && !saidNoWord) {
            saidNoWord = true;
            state.problem("'status' was given "
                    + (word == null ? "a " + value.getClass().getName() : "'" + shown(word) + "'")
                    + ", which is no known word and counts as a success; say what it means in 'words'");
        }
        return meant == null ? FlowOutcome.SUCCESS : meant;
    }

    private static String shown(String word) {
        return word.length() > 40 ? word.substring(0, 40) + "..." : word;
    }

    private Map<String, FlowOutcome> configuredWords() {
        Map<String, FlowOutcome> configured = new HashMap<>();
        if (!(this instanceof ApprovalRule)) {
            rule.words().forEach((word, meaning) -> configured.put(word, FlowOutcome.named(meaning)));
        }
        return configured;
    }

    /** Which argument goes with the type, from 0 on; negative for none. */
    int firstArgument() {
        return argument(type);
    }

    /** Which argument goes with the owner. */
    int secondArgument() {
        return argument(owner);
    }

    static int argument(FlowValue value) {
        return value == null ? -1 : value.form().argument();
    }
}
