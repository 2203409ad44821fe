package com.example.shop;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Answers customers' questions with the help of an LLM: short ones at once, long ones as they are written. */
final class Advisor {
    private static final String[] QUESTIONS = {
        "Does article %d fit into a backpack?",
        "What would you give a friend who already has article %d?",
        "Compare article %d with the one before it, please.",
    };

    private final OpenAiChatModel model;
    private final OpenAiStreamingChatModel streaming;
    private final Random random = new Random(7);

    /** @param baseUrl of an API like OpenAI's, with its version */
    Advisor(String baseUrl) {
        model = OpenAiChatModel.builder()
                .baseUrl(baseUrl)
                .apiKey("none")
                .modelName("gpt-4o-mini")
                .maxRetries(1)
                .build();
        streaming = OpenAiStreamingChatModel.builder()
                .baseUrl(baseUrl)
                .apiKey("none")
                .modelName("gpt-4.1")
                .build();
    }

    void answer() {
        String question = QUESTIONS[random.nextInt(QUESTIONS.length)].formatted(random.nextInt(Catalogue.ARTICLES));
        if (random.nextBoolean()) {
            model.chat(question);
        } else {
            write(question);
        }
    }

    private void write(String question) {
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        streaming.chat(question, new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String part) {
                // The customer reads along.
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                whole.complete(response);
            }

            @Override
            public void onError(Throwable error) {
                whole.completeExceptionally(error);
            }
        });
        whole.join();
    }
}
