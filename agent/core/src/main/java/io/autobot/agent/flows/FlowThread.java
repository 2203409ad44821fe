package io.autobot.agent.flows;

import io.autobot.agent.rules.RuleKind;
import java.util.Arrays;

/**
 * The calls under way on one thread, from the outermost on. Of a rule that calls itself only the outermost is here.
 * Confined to its thread; keeps its objects for the next calls.
 */
final class FlowThread {
    private static final ThreadLocal<FlowThread> CURRENT = ThreadLocal.withInitial(FlowThread::new);

    private FlowRun[] runs = new FlowRun[2];
    private int depth;

    private FlowThread() {}

    static FlowThread current() {
        return CURRENT.get();
    }

    /** Whether a call of this rule is under way. */
    boolean isIn(FlowRule rule) {
        for (int i = 0; i < depth; i++) {
            if (runs[i].rule == rule) {
                return true;
            }
        }
        return false;
    }

    /** The workflow that the innermost call is part of. */
    FlowLabel enclosing(FlowLabel none) {
        for (int i = depth - 1; i >= 0; i--) {
            if (runs[i].rule.rule.kind() == RuleKind.WORKFLOW) {
                return runs[i].type == null ? none : runs[i].type;
            }
        }
        return none;
    }

    /**
     * A call of this rule begins; it is told of by {@link #at}, {@link #leave} has to follow.
     *
     * @return where it is, never 0
     */
    int enter(FlowRule rule) {
        if (depth == runs.length) {
            runs = Arrays.copyOf(runs, 2 * depth);
        }
        FlowRun run = runs[depth];
        if (run == null) {
            run = new FlowRun();
            runs[depth] = run;
        }
        run.rule = rule;
        run.type = null;
        return ++depth;
    }

    FlowRun at(int entered) {
        return runs[entered - 1];
    }

    /** The call has returned. What is still here of calls inside it never told its end. */
    void leave(int entered) {
        depth = entered - 1;
    }

    /** The call goes on without the thread. */
    FlowRun giveAway(int entered) {
        FlowRun run = runs[entered - 1];
        runs[entered - 1] = null;
        return run;
    }
}
