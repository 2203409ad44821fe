package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.spi.StateMap;
import io.autobot.agent.workflow.WorkflowThread;
import java.util.List;

/** Nodes of one run that run beside each other, found by the state that the library hands to each. Any thread. */
final class ParallelRun {
    private static final StateMap<Object, ParallelRun> RUNS = new StateMap<>();

    private final GraphRun run;
    private final List<String> ids;

    /** The actions that have not begun; those that have are {@code null}. */
    private final Object[] waiting;

    private ParallelRun(GraphRun run, List<String> ids, Object[] actions) {
        this.run = run;
        this.ids = ids;
        this.waiting = actions;
    }

    /** The library begins with them on this thread, within a move of the run. */
    static void begins(Object parallelAction, Object state) {
        Branches branches = Branches.of(parallelAction);
        if (branches != null
                && WorkflowThread.current().running() instanceof GraphRun run
                && Pieces.of(parallelAction, "actions") instanceof List<?> actions
                && actions.size() == branches.ids().size()) {
            RUNS.put(state, new ParallelRun(run, branches.ids(), actions.toArray()));
        }
    }

    /** One of them begins, on this thread; {@code null} if it is not known which. */
    static Branch enter(Object state, Object action) {
        ParallelRun parallel = RUNS.get(state);
        String id = parallel == null ? null : parallel.take(action);
        return id == null ? null : new Branch(parallel.run, id);
    }

    /** An action may stand for several of the nodes, which are then told one after the other. */
    private synchronized String take(Object action) {
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] == action) {
                waiting[i] = null;
                return ids.get(i);
            }
        }
        return null;
    }
}
