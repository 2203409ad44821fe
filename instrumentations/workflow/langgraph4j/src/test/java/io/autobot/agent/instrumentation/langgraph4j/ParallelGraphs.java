package io.autobot.agent.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bsc.langgraph4j.StateGraph.END;
import static org.bsc.langgraph4j.StateGraph.START;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.NodeOutput;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeActionWithConfig;
import org.bsc.langgraph4j.state.AgentState;

/**
 * Graphs whose nodes run beside each other: one after the other on the reader's thread, which is all that the first
 * releases can do, or on threads of an executor. The nodes count themselves.
 */
final class ParallelGraphs {
    private final GraphSession session;

    ParallelGraphs(GraphSession session) {
        this.session = session;
    }

    void run() throws Exception {
        plain(RunnableConfig.builder().build());
        broken(RunnableConfig.builder().build());
        merged();
        RunnableConfig.Builder config = RunnableConfig.builder();
        try {
            config.getClass().getMethod("addParallelNodeExecutor", String.class, Executor.class);
        } catch (NoSuchMethodException old) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            config.addParallelNodeExecutor("split", threads);
            plain(config.build());
            broken(config.build());
            compiled(RunnableConfig.builder().build());
            compiled(config.build());
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private StateGraph<AgentState> graph(String name) throws Exception {
        StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
        session.node(graph, name, "split");
        session.node(graph, name, "left");
        session.node(graph, name, "join");
        for (String branch : List.of("left", "right", "third")) {
            graph.addEdge("split", branch).addEdge(branch, "join");
        }
        return graph.addEdge(START, "split").addEdge("join", END);
    }

    /** What the library says itself. By name, because what a stream is called has changed. */
    private static List<String> outputs(CompiledGraph<AgentState> graph, RunnableConfig config) throws Exception {
        Object stream = CompiledGraph.class
                .getMethod("stream", Map.class, RunnableConfig.class)
                .invoke(graph, Map.of(), config);
        List<String> nodes = new ArrayList<>();
        for (Object output : (Iterable<?>) stream) {
            nodes.add(((NodeOutput<?>) output).node());
        }
        return nodes;
    }

    /** One action that stands for two of the nodes. */
    private void plain(RunnableConfig config) throws Exception {
        StateGraph<AgentState> graph = graph("parallel");
        AsyncNodeActionWithConfig<AgentState> both = AsyncNodeActionWithConfig.of(node_async(state -> {
            session.count("action");
            return Map.of("last", "one of two");
        }));
        graph.addNode("right", both).addNode("third", both);
        CompiledGraph<AgentState> compiled =
                graph.compile(GraphSession.config("parallel").build());
        assertThat(outputs(compiled, config)).containsExactly(START, "split", "__PARALLEL__(split)", "join", END);
        session.count("node " + GraphSession.name("parallel") + " right completed");
        session.count("node " + GraphSession.name("parallel") + " third completed");
        session.count("graph " + GraphSession.name("parallel") + " success");
    }

    /** The others come to their ends all the same. */
    private void broken(RunnableConfig config) throws Exception {
        StateGraph<AgentState> graph = graph("broken-parallel");
        session.node(graph, "broken-parallel", "right");
        graph.addNode("third", node_async(state -> {
            session.count("node " + GraphSession.name("broken-parallel") + " third failed");
            throw new IllegalArgumentException("this branch fails");
        }));
        CompiledGraph<AgentState> compiled =
                graph.compile(GraphSession.config("broken-parallel").build());
        assertThatThrownBy(() -> outputs(compiled, config)).hasStackTraceContaining("this branch fails");
        session.count("graph " + GraphSession.name("broken-parallel") + " failed");
    }

    /** Nodes beside each other within a graph that is merged into another have that graph's name before their own. */
    private void merged() throws Exception {
        StateGraph<AgentState> inner = new StateGraph<>(AgentState::new);
        for (String node : List.of("split", "left", "right", "join")) {
            session.node(inner, "outer-parallel", node, "inner-" + node);
        }
        inner.addEdge(START, "split").addEdge("join", END);
        inner.addEdge("split", "left").addEdge("split", "right");
        inner.addEdge("left", "join").addEdge("right", "join");
        StateGraph<AgentState> outer = new StateGraph<>(AgentState::new);
        outer.addNode("inner", inner);
        outer.addEdge(START, "inner").addEdge("inner", END);
        assertThat(outer.compile(GraphSession.config("outer-parallel").build()).invoke(Map.of()))
                .isPresent();
        session.count("graph " + GraphSession.name("outer-parallel") + " success");
    }

    /** A branch that is a compiled graph belongs to the same run, on whatever thread. */
    private void compiled(RunnableConfig config) throws Exception {
        StateGraph<AgentState> inner = new StateGraph<>(AgentState::new);
        session.node(inner, "holding", "deep");
        inner.addEdge(START, "deep").addEdge("deep", END);
        StateGraph<AgentState> graph = graph("holding");
        graph.addNode("right", inner.compile(GraphSession.config("held").build()));
        session.node(graph, "holding", "third");
        assertThat(graph.compile(GraphSession.config("holding").build()).invoke(Map.of(), config))
                .isPresent();
        session.count("node " + GraphSession.name("holding") + " right completed");
        session.count("graph " + GraphSession.name("holding") + " success");
    }
}
