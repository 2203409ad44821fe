package workflow;

import static org.bsc.langgraph4j.StateGraph.END;
import static org.bsc.langgraph4j.StateGraph.START;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphInput;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.checkpoint.MemorySaver;
import org.bsc.langgraph4j.state.AgentState;

/** Graphs of LangGraph4j 1.8, one that stops for a person and one with nodes beside each other, whose nodes count. */
public class GraphService {
    private static final Map<String, Integer> SEEN = new ConcurrentHashMap<>();

    public static void main(String[] args) throws Exception {
        review();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        research(RunnableConfig.builder().build(), false);
        research(RunnableConfig.builder().addParallelNodeExecutor("plan", threads).build(), false);
        research(RunnableConfig.builder().addParallelNodeExecutor("plan", threads).build(), true);
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        SEEN.forEach((what, times) -> System.out.println("seen " + what + " " + times));
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static void seen(String what) {
        SEEN.merge(what, 1, Integer::sum);
    }

    private static void node(StateGraph<AgentState> graph, String name, String node) throws Exception {
        graph.addNode(node, node_async(state -> {
            boolean fails = state.value("fails").map(node::equals).orElse(false);
            seen("step " + name + " " + node + (fails ? " FAILED" : " COMPLETED"));
            if (fails) {
                throw new IllegalStateException("this node fails");
            }
            return Map.of("last", node);
        }));
    }

    private static void review() throws Exception {
        StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
        node(graph, "review", "write");
        node(graph, "review", "publish");
        graph.addEdge(START, "write").addEdge("write", "publish").addEdge("publish", END);
        CompiledGraph<AgentState> compiled = graph.compile(CompileConfig.builder()
                .graphId("review")
                .checkpointSaver(new MemorySaver())
                .interruptBefore("publish")
                .build());
        RunnableConfig config = RunnableConfig.builder().threadId("one").build();
        compiled.invoke(Map.of(), config);
        seen("approval review requested");
        compiled.invoke(GraphInput.resume(), compiled.updateState(config, Map.of("decision", "approved")));
        seen("approval review approved");
        seen("workflow review COMPLETED");
    }

    private static void research(RunnableConfig config, boolean fails) throws Exception {
        StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
        for (String node : new String[] {"plan", "web", "books", "sum"}) {
            node(graph, "research", node);
        }
        graph.addEdge(START, "plan").addEdge("sum", END);
        for (String branch : new String[] {"web", "books"}) {
            graph.addEdge("plan", branch).addEdge(branch, "sum");
        }
        CompiledGraph<AgentState> compiled =
                graph.compile(CompileConfig.builder().graphId("research").build());
        try {
            compiled.invoke(fails ? Map.of("fails", "web") : Map.of(), config);
            seen("workflow research COMPLETED");
        } catch (RuntimeException failed) {
            seen("workflow research FAILED");
        }
    }
}
