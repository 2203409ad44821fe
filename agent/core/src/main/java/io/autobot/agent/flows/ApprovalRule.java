package io.autobot.agent.flows;

import io.autobot.agent.rules.ValueForm.Source;
import io.autobot.agent.workflow.Decision;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Calls by which people are asked or decide. A call that failed decided nothing. */
final class ApprovalRule extends FlowRule {
    private final Decision always;
    private final FlowWords<Decision> decisions;

    ApprovalRule(Flows flows, FlowState state) {
        super(flows, state, state.rule().workflow(), "workflow");
        always = outcome.form().source() == Source.CONSTANT
                ? decision(outcome.form().constant())
                : null;
        Map<String, Decision> configured = new HashMap<>();
        rule.words().forEach((word, meaning) -> configured.put(word, decision(meaning)));
        decisions = new FlowWords<>(configured, Decision::of);
    }

    private static Decision decision(String id) {
        return Decision.valueOf(id.toUpperCase(Locale.ROOT));
    }

    @Override
    FlowLabel defaultOwner(FlowThread thread) {
        return thread.enclosing(flows.unknown());
    }

    @Override
    void read(FlowRun run, FlowThread thread, FlowMethod method, Object self, Object first, Object second) {
        super.read(run, thread, method, self, first, second);
        run.decision = outcome.form().source() == Source.ARGUMENT ? decided(outcome.read(first)) : always;
    }

    @Override
    void readEnd(FlowRun run, Object returned, FlowOutcome failure) {
        if (failure != null) {
            run.decision = null;
        } else if (run.decision == null) {
            run.decision = decided(outcome.read(returned));
        }
    }

    private Decision decided(Object value) {
        String word = FlowText.of(value);
        Decision meant = word == null ? null : decisions.of(word);
        return meant == null ? Decision.COMPLETED : meant;
    }

    @Override
    void start(FlowRun run) {
        // Nothing counts approvals before they are decided.
    }

    @Override
    void end(FlowRun run) {
        if (run.decision != null) {
            run.owner.workflow(flows.workflows()).approval(run.decision);
        }
    }

    @Override
    int firstArgument() {
        return argument(outcome);
    }
}
