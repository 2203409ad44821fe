package io.autobot.agent.instrumentation.langchain4jtools;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;

/** Models that ask for the tools that the user's message names, and say so when they have been told of each. */
final class AskingModel {
    private AskingModel() {}

    static ToolExecutionRequest request(String tool) {
        return ToolExecutionRequest.builder()
                .id("call-" + tool)
                .name(tool)
                .arguments("{}")
                .build();
    }

    private static ChatResponse answer(ChatRequest request) {
        List<ChatMessage> messages = request.messages();
        ChatMessage last = messages.get(messages.size() - 1);
        AiMessage answer = AiMessage.from("told");
        if (last instanceof UserMessage) {
            List<ToolExecutionRequest> asked = new ArrayList<>();
            for (String tool : ((UserMessage) last).singleText().split(" ")) {
                asked.add(request(tool));
            }
            answer = AiMessage.from(asked);
        }
        return ChatResponse.builder().aiMessage(answer).build();
    }

    /** Answers when asked. */
    static final class Blocking implements ChatModel {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            return answer(request);
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return ChatRequestParameters.builder().build();
        }

        @Override
        public ModelProvider provider() {
            return ModelProvider.ANTHROPIC;
        }
    }

    /** Answers in pieces, of which there is one. */
    static final class Streaming implements StreamingChatModel {
        @Override
        public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            handler.onCompleteResponse(answer(request));
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return ChatRequestParameters.builder().build();
        }

        @Override
        public ModelProvider provider() {
            return ModelProvider.OLLAMA;
        }
    }
}
