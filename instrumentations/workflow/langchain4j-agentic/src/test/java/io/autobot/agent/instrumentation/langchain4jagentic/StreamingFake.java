package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/** A model that streams, on a thread of its own, or fails doing so. */
final class StreamingFake implements StreamingChatModel {
    private final boolean fails;

    StreamingFake(boolean fails) {
        this.fails = fails;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        new Thread(() -> {
                    handler.onPartialResponse("a ");
                    if (fails) {
                        handler.onError(new IllegalStateException("this stream fails"));
                    } else {
                        handler.onCompleteResponse(ChatResponse.builder()
                                .aiMessage(AiMessage.from("a poem"))
                                .build());
                    }
                })
                .start();
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return ChatRequestParameters.builder().build();
    }
}
