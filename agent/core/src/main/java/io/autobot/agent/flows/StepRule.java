package io.autobot.agent.flows;

/** Calls that are steps of a workflow: of the one that the rule names, else of the one whose call they are part of. */
final class StepRule extends FlowRule {
    StepRule(Flows flows, FlowState state) {
        super(flows, state, state.rule().workflow(), "workflow");
    }

    @Override
    FlowLabel defaultOwner(FlowThread thread) {
        return thread.enclosing(flows.unknown());
    }

    @Override
    void start(FlowRun run) {
        // Nothing counts steps that have not ended.
    }

    @Override
    void end(FlowRun run) {
        run.owner.workflow(flows.workflows()).step(run.type.text, run.outcome.step);
    }
}
