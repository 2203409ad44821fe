package io.autobot.agent.instrumentation.langchain4jtools;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.autobot.agent.llm.LlmTools;
import io.autobot.agent.spi.StateMap;

/** Which provider's model asked for a tool: what LangChain4j's model calls itself, whatever server answers for it. */
final class ModelProviders {
    private static final StateMap<ToolExecutionRequest, String> BY_REQUEST = new StateMap<>();

    private ModelProviders() {}

    static void answered(ChatResponse response, ModelProvider provider) {
        AiMessage message = response == null ? null : response.aiMessage();
        if (message == null || provider == null || !message.hasToolExecutionRequests()) {
            return;
        }
        String name = name(provider.name());
        if (name != null) {
            for (ToolExecutionRequest request : message.toolExecutionRequests()) {
                BY_REQUEST.put(request, name);
            }
        }
    }

    static String of(ToolExecutionRequest request) {
        String known = BY_REQUEST.get(request);
        return known == null ? LlmTools.UNKNOWN : known;
    }

    /** By name, because the enum grows with the releases; {@code null} for what may be several of ours, or none. */
    private static String name(String provider) {
        return switch (provider) {
            case "ANTHROPIC" -> "anthropic";
            case "AMAZON_BEDROCK" -> "aws.bedrock";
            case "GITHUB_MODELS" -> "github_models";
            case "AZURE_OPEN_AI" -> "azure.ai.openai";
            case "GOOGLE_AI_GEMINI" -> "gcp.gemini";
            case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
            case "MISTRAL_AI" -> "mistral_ai";
            case "OLLAMA" -> "ollama";
            case "OPEN_AI" -> "openai";
            case "WATSONX" -> "ibm.watsonx.ai";
            case "COHERE" -> "cohere";
            default -> null;
        };
    }
}
