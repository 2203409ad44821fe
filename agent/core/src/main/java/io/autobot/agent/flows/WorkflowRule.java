package io.autobot.agent.flows;

/** Calls that are workflows. */
final class WorkflowRule extends FlowRule {
    WorkflowRule(Flows flows, FlowState state) {
        super(flows, state, null, "");
    }

    @Override
    void start(FlowRun run) {
        if (run.type != null) {
            run.workflow = run.type.workflow(flows.workflows()).start();
        }
    }

    @Override
    void end(FlowRun run) {
        if (run.workflow != null) {
            run.workflow.end(run.outcome.workflow);
        } else {
            run.type.workflow(flows.workflows()).ended(run.outcome.workflow, run.nanos());
        }
    }

    @Override
    void leave(FlowRun run) {
        if (run.workflow != null) {
            run.workflow.leave();
        }
    }
}
