package io.autobot.agent.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bsc.langgraph4j.StateGraph.END;
import static org.bsc.langgraph4j.StateGraph.START;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.lang.reflect.InvocationTargetException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.NodeOutput;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.checkpoint.MemorySaver;
import org.bsc.langgraph4j.state.AgentState;

/**
 * Graphs that end well, fail, stop for a person, go round for ever, are given up, hold other graphs, have nodes beside
 * each other. The argument takes
 * what the nodes and the session itself have counted: {@code node} with its graph, name and status, {@code graph} with
 * its name and status, {@code person} with what became of it. Returns streams that are not read to their end.
 */
public final class GraphSession implements Function<Map<String, Long>, Object> {
    private Map<String, Long> seen;

    @Override
    public Object apply(Map<String, Long> counted) {
        seen = counted;
        try {
            review();
            broken();
            endless();
            outer();
            cancelled();
            new ParallelGraphs(this).run();
            return abandoned();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void count(String what) {
        seen.merge(what, 1L, Long::sum);
    }

    /** What the graph is called: in releases that have no names for graphs, all are one. */
    static String name(String graph) {
        try {
            CompileConfig.class.getMethod("graphId");
            return graph;
        } catch (NoSuchMethodException old) {
            return "StateGraph";
        }
    }

    static CompileConfig.Builder config(String graph) throws ReflectiveOperationException {
        CompileConfig.Builder config = CompileConfig.builder();
        if (name(graph).equals(graph)) {
            config.getClass().getMethod("graphId", String.class).invoke(config, graph);
        }
        return config;
    }

    StateGraph<AgentState> node(StateGraph<AgentState> graph, String of, String node) throws Exception {
        return node(graph, of, node, node);
    }

    StateGraph<AgentState> node(StateGraph<AgentState> graph, String of, String node, String seenAs) throws Exception {
        return graph.addNode(node, node_async(state -> {
            count("node " + name(of) + " " + seenAs + " completed");
            return Map.of("last", node);
        }));
    }

    private static RunnableConfig thread(String id) {
        return RunnableConfig.builder().threadId(id).build();
    }

    private void review() throws Exception {
        StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
        node(graph, "review", "write");
        node(graph, "review", "publish");
        graph.addEdge(START, "write").addEdge("write", "publish").addEdge("publish", END);
        CompiledGraph<AgentState> compiled = graph.compile(config("review")
                .checkpointSaver(new MemorySaver())
                .interruptBefore("publish")
                .build());
        for (String decision : new String[] {"approved", "rejected", "completed"}) {
            RunnableConfig config = thread(decision);
            compiled.invoke(Map.of("text", "x"), config);
            count("person " + name("review") + " requested");
            if (!decision.equals("completed")) {
                config = compiled.updateState(config, Map.of("decision", decision));
            }
            assertThat(resumed(compiled, config).data()).containsEntry("last", "publish");
            count("person " + name("review") + " " + decision);
            count("graph " + name("review") + " success");
        }
    }

    /** By what the releases have for it: no input at all first, then an input that says so. */
    private static AgentState resumed(CompiledGraph<AgentState> graph, RunnableConfig config) throws Exception {
        Class<?> input;
        try {
            input = Class.forName("org.bsc.langgraph4j.GraphInput");
        } catch (ClassNotFoundException old) {
            return graph.invoke((Map<String, Object>) null, config).orElseThrow();
        }
        Object state = CompiledGraph.class
                .getMethod("invoke", input, RunnableConfig.class)
                .invoke(graph, input.getMethod("resume").invoke(null), config);
        return (AgentState) ((Optional<?>) state).orElseThrow();
    }

    private void broken() throws Exception {
        StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
        node(graph, "broken", "fine");
        graph.addNode("fails", node_async(state -> {
            count("node " + name("broken") + " fails failed");
            throw new IllegalArgumentException("this node fails");
        }));
        graph.addEdge(START, "fine").addEdge("fine", "fails").addEdge("fails", END);
        CompiledGraph<AgentState> compiled = graph.compile(config("broken").build());
        assertThatThrownBy(() -> compiled.invoke(Map.of())).hasStackTraceContaining("this node fails");
        count("graph " + name("broken") + " failed");
    }

    private void endless() throws Exception {
        StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
        node(graph, "endless", "there");
        node(graph, "endless", "back");
        graph.addEdge(START, "there").addEdge("there", "back").addEdge("back", "there");
        CompiledGraph<AgentState> compiled = graph.compile(config("endless").build());
        compiled.setMaxIterations(5);
        try {
            compiled.invoke(Map.of());
        } catch (RuntimeException limit) {
            assertThat(limit).hasStackTraceContaining("Maximum number of iterations");
        }
        count("graph " + name("endless") + " failed");
    }

    /** A graph within is merged into the outer one, or compiled for itself: its nodes are steps of the outer one. */
    private void outer() throws Exception {
        StateGraph<AgentState> merged = new StateGraph<>(AgentState::new);
        node(merged, "outer", "deep", "merged-deep");
        merged.addEdge(START, "deep").addEdge("deep", END);
        StateGraph<AgentState> compiled = new StateGraph<>(AgentState::new);
        node(compiled, "outer", "deeper");
        compiled.addEdge(START, "deeper").addEdge("deeper", END);
        StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
        graph.addNode("merged", merged);
        graph.addNode("compiled", compiled.compile(config("inner").build()));
        graph.addEdge(START, "merged").addEdge("merged", "compiled").addEdge("compiled", END);
        assertThat(graph.compile(config("outer").build()).invoke(Map.of())).isPresent();
        count("node " + name("outer") + " compiled completed");
        count("graph " + name("outer") + " success");
    }

    private CompiledGraph<AgentState> two(String name) throws Exception {
        StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
        node(graph, name, "one");
        node(graph, name, "two");
        graph.addEdge(START, "one").addEdge("one", "two").addEdge("two", END);
        return graph.compile(config(name).build());
    }

    /** By name, because streams that can be cancelled came later. */
    private void cancelled() throws Exception {
        Object stream = CompiledGraph.class
                .getMethod("stream", Map.class, RunnableConfig.class)
                .invoke(two("cancelled"), Map.of(), thread("cancelled"));
        Iterator<?> outputs = ((Iterable<?>) stream).iterator();
        read(outputs, 2);
        try {
            stream.getClass().getMethod("cancel", boolean.class).invoke(stream, false);
            count("graph " + name("cancelled") + " cancelled");
        } catch (NoSuchMethodException | InvocationTargetException old) {
            while (outputs.hasNext()) {
                outputs.next();
            }
            count("graph " + name("cancelled") + " success");
        }
    }

    private Object abandoned() throws Exception {
        Iterator<NodeOutput<AgentState>> outputs =
                two("abandoned").stream(Map.of()).iterator();
        read(outputs, 2);
        return outputs;
    }

    private static void read(Iterator<?> outputs, int many) {
        for (int i = 0; i < many; i++) {
            assertThat(outputs.hasNext()).isTrue();
            outputs.next();
        }
    }
}
