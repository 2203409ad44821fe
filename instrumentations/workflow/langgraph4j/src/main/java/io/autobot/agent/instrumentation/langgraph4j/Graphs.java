package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.spi.StateMap;
import io.autobot.agent.workflow.WorkflowDomain;
import io.autobot.agent.workflow.WorkflowThread;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;

/** The compiled graphs of the application. Any thread. */
final class Graphs {
    /** For graphs without an id, which are all before 1.7. */
    private static final String UNNAMED = "StateGraph";

    private static final StateMap<CompiledGraph<?>, Graph> GRAPHS = new StateMap<>();
    private static final MethodHandle ID = id();

    private Graphs() {}

    /**
     * A run is made on this thread: of a graph by itself, or of one that is a node of what moves here.
     *
     * @param input no input at all is a resumption before 1.6
     */
    static GraphRun open(CompiledGraph<?> graph, Object input) {
        Branches.learn(graph);
        WorkflowThread thread = WorkflowThread.current();
        return thread.isNested() && thread.running() instanceof GraphRun outer
                ? outer.ofNode()
                : new GraphRun(of(graph), resumes(input));
    }

    private static Graph of(CompiledGraph<?> graph) {
        Graph known = GRAPHS.get(graph);
        if (known != null) {
            return known;
        }
        CompileConfig config = graph.compileConfig;
        boolean interrupts = !config.interruptsBefore().isEmpty()
                || !config.interruptsAfter().isEmpty();
        return GRAPHS.putIfAbsent(graph, new Graph(WorkflowDomain.get().workflow(name(config)), interrupts));
    }

    private static boolean resumes(Object input) {
        return input == null || input.getClass().getName().equals("org.bsc.langgraph4j.GraphResume");
    }

    private static String name(CompileConfig config) {
        try {
            return ID != null && ((Optional<?>) ID.invokeExact(config)).orElse(null) instanceof String id
                    ? id
                    : UNNAMED;
        } catch (Throwable unreadable) {
            return UNNAMED;
        }
    }

    private static MethodHandle id() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(CompileConfig.class, "graphId", MethodType.methodType(Optional.class));
        } catch (ReflectiveOperationException old) {
            return null;
        }
    }
}
