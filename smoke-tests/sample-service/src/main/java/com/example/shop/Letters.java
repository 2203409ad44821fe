package com.example.shop;

import static org.bsc.langgraph4j.StateGraph.END;
import static org.bsc.langgraph4j.StateGraph.START;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Map;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/** Letters to customers, written by an LLM and read once more by the same: a graph of agents. */
final class Letters implements Runnable {
    private final CompiledGraph<AgentState> graph;
    private int written;

    /** @param baseUrl of an API like OpenAI's, with its version */
    Letters(String baseUrl) throws GraphStateException {
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl(baseUrl)
                .apiKey("none")
                .modelName("gpt-4o-mini")
                .maxRetries(1)
                .build();
        graph = new StateGraph<>(AgentState::new)
                .addNode("draft", node_async(state -> Map.of("letter", model.chat("Write to customer " + ++written))))
                .addNode("proofread", node_async(state -> Map.of("letter", model.chat("Correct: " + letter(state)))))
                .addEdge(START, "draft")
                .addEdge("draft", "proofread")
                .addEdge("proofread", END)
                .compile(CompileConfig.builder().graphId("letter").build());
    }

    private static String letter(AgentState state) {
        return state.value("letter").orElse("").toString();
    }

    @Override
    public void run() {
        try {
            graph.invoke(Map.of());
        } catch (RuntimeException trouble) {
            System.err.println("The shop writes no letters: " + trouble.getMessage());
        }
    }
}
