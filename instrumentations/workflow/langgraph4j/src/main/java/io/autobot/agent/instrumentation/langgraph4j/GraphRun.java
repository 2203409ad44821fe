package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.workflow.Decision;
import io.autobot.agent.workflow.StepStatus;
import io.autobot.agent.workflow.WorkflowRun;
import io.autobot.agent.workflow.WorkflowStatus;
import java.util.Map;

/**
 * What becomes of one generator. Knows nothing of the generator, beside which it is kept. A generator moves on one
 * thread at a time, which need not always be the same; of nodes beside each other any thread tells.
 */
final class GraphRun {
    private static final String START = "__START__";
    private static final String END = "__END__";

    /** Under what a state keeps what a person said. */
    private static final String[] OUTCOMES = {"decision", "approved", "approval", "outcome"};

    private final Graph graph;

    /** The run whose node this one is; {@code null} for a run by itself. */
    private final GraphRun outer;

    private volatile boolean resumes;
    private volatile WorkflowRun run;
    private volatile boolean cancelled;

    GraphRun(Graph graph, boolean resumes) {
        this(graph, null, resumes);
    }

    private GraphRun(Graph graph, GraphRun outer, boolean resumes) {
        this.graph = graph;
        this.outer = outer;
        this.resumes = resumes;
    }

    /** A run of a graph that is a node of this one. */
    GraphRun ofNode() {
        return new GraphRun(graph, this, false);
    }

    /** It is asked for its next move; the first one starts it. */
    void moves(Object generator) {
        if (run == null && outer == null && !cancelled) {
            run = graph.workflow.start(generator);
        }
    }

    /** A node is done. */
    void output(String node, Map<String, Object> state) {
        decided(state);
        if (END.equals(node)) {
            end(WorkflowStatus.SUCCESS);
        } else if (isStep(node)) {
            graph.workflow.step(node, StepStatus.COMPLETED);
        }
    }

    /** One of several nodes that run beside each other has ended. */
    void branch(String node, boolean completed) {
        if (completed) {
            graph.workflow.step(node, StepStatus.COMPLETED);
        } else {
            stepFailed(node);
        }
    }

    /** @param node what failed; {@code null} if it was none, or is not known */
    void failed(String node) {
        decided(Map.of());
        if (node != null && isStep(node)) {
            stepFailed(node);
        }
        GraphRun whole = this;
        while (whole.outer != null) {
            whole = whole.outer;
        }
        whole.end(WorkflowStatus.FAILED);
    }

    private void stepFailed(String node) {
        graph.workflow.step(node, isCancelled() ? StepStatus.CANCELLED : StepStatus.FAILED);
    }

    /** Not the ways in and out, nor what stands for nodes that are told one by one. */
    private static boolean isStep(String node) {
        return !START.equals(node) && !END.equals(node) && !Branches.isParallel(node);
    }

    /** It makes no more moves. */
    void done(boolean interrupted) {
        if (outer != null) {
            return;
        }
        decided(Map.of());
        WorkflowRun started = run;
        if (!interrupted || started == null || started.isOver()) {
            // One that stops before its end has made as many moves as it may.
            end(WorkflowStatus.FAILED);
            return;
        }
        graph.interrupts = true;
        graph.workflow.approval(Decision.REQUESTED);
        // Whether and where somebody resumes it is not known.
        started.leave();
    }

    void cancelled() {
        cancelled = true;
        if (outer == null) {
            end(WorkflowStatus.CANCELLED);
        }
    }

    private boolean isCancelled() {
        return cancelled || outer != null && outer.isCancelled();
    }

    /** The first that is seen of a run which was resumed tells what was decided. */
    private void decided(Map<String, Object> state) {
        if (!resumes) {
            return;
        }
        resumes = false;
        if (!graph.interrupts) {
            return;
        }
        for (String outcome : OUTCOMES) {
            Decision decision = Decision.of(state.get(outcome));
            if (decision != Decision.COMPLETED) {
                graph.workflow.approval(decision);
                return;
            }
        }
        graph.workflow.approval(Decision.COMPLETED);
    }

    private void end(WorkflowStatus status) {
        WorkflowRun started = run;
        if (started != null) {
            started.end(status);
        }
    }
}
