package io.autobot.agent.flows;

import io.autobot.agent.tasks.TaskKind;

/** Calls that are tasks, of the agent that the rule names, else of the pool whose thread runs them. */
final class TaskRule extends FlowRule {
    TaskRule(Flows flows, FlowState state) {
        super(flows, state, state.rule().agent(), "agent");
    }

    @Override
    void read(FlowRun run, FlowThread thread, FlowMethod method, Object self, Object first, Object second) {
        super.read(run, thread, method, self, first, second);
        run.agent = run.owner != null ? run.owner.text : flows.pool(Thread.currentThread());
    }

    @Override
    void start(FlowRun run) {
        if (run.type != null) {
            run.task = kind(run).begin();
        }
    }

    @Override
    void end(FlowRun run) {
        if (run.task != 0) {
            flows.tasks().metrics().end(run.task, run.outcome.task);
        } else {
            kind(run).ended(run.outcome.task, run.nanos());
        }
    }

    @Override
    void leave(FlowRun run) {
        if (run.task != 0) {
            flows.tasks().metrics().leave(run.task);
        }
    }

    private TaskKind kind(FlowRun run) {
        return flows.tasks().kind(run.type.text, run.agent);
    }
}
