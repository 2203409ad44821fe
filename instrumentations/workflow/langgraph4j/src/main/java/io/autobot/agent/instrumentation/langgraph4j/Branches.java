package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.spi.StateMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.internal.edge.Edge;
import org.bsc.langgraph4j.internal.edge.EdgeValue;

/**
 * The nodes that a graph runs beside each other. The library makes one node of them, {@code __PARALLEL__(id)} after the
 * node that they follow, which knows their actions and no longer their ids: these are the targets of that node's edge,
 * in the same order (1.5.0 to 1.8.17). Immutable.
 */
final class Branches {
    private static final String PREFIX = "__PARALLEL__(";

    /** By the library's action for all of them. */
    private static final StateMap<Object, Branches> BRANCHES = new StateMap<>();

    private static final StateMap<CompiledGraph<?>, Boolean> LEARNED = new StateMap<>();

    private final List<String> ids;

    private Branches(List<String> ids) {
        this.ids = ids;
    }

    /** Whether a node is what the library makes of several, and none of the application's. */
    static boolean isParallel(String node) {
        return node.startsWith(PREFIX);
    }

    /** What is known of an action; {@code null} if that is nothing. */
    static Branches of(Object parallelAction) {
        return BRANCHES.get(parallelAction);
    }

    /** Their ids, in the order of the actions. */
    List<String> ids() {
        return ids;
    }

    /** Before a graph runs: which of its nodes run beside each other. */
    static void learn(CompiledGraph<?> graph) {
        if (LEARNED.get(graph) != null) {
            return;
        }
        Object nodes = Pieces.of(graph, "nodes");
        Object edges = Pieces.of(Pieces.of(Pieces.of(graph, "processedData"), "edges"), "elements");
        if (nodes instanceof Map<?, ?> actions && edges instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Edge<?> edge && edge.targets().size() > 1) {
                    Object action = actions.get(PREFIX + edge.sourceId() + ')');
                    if (action != null) {
                        BRANCHES.put(action, new Branches(targets(edge, actions)));
                    }
                }
            }
        }
        LEARNED.put(graph, Boolean.TRUE);
    }

    private static List<String> targets(Edge<?> edge, Map<?, ?> actions) {
        List<String> ids = new ArrayList<>();
        for (EdgeValue<?> target : edge.targets()) {
            // The library leaves out what is no node, too.
            if (actions.containsKey(target.id())) {
                ids.add(target.id());
            }
        }
        return List.copyOf(ids);
    }
}
