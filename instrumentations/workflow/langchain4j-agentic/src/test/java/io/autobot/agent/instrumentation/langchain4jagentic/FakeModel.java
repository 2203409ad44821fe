package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model that answers anybody, and as a planner has each agent it is told of called once. */
final class FakeModel implements ChatModel {
    private static final Pattern[] AGENTS = {Pattern.compile("draft[\\w$]*"), Pattern.compile("edit[\\w$]*")};

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public ChatResponse doChat(ChatRequest request) {
        String text = request.messages().toString();
        String answer = text.contains("comma separated list") ? plan(text) : "a poem";
        return ChatResponse.builder().aiMessage(AiMessage.from(answer)).build();
    }

    private String plan(String text) {
        int turn = asked.getAndIncrement();
        if (turn >= AGENTS.length) {
            return "{\"agentName\": \"done\", \"arguments\": {\"response\": \"all done\"}}";
        }
        // Releases make names unique, each in its way.
        Matcher agent = AGENTS[turn].matcher(text.substring(text.indexOf("comma separated list")));
        if (!agent.find()) {
            throw new IllegalStateException("no such agent in " + text);
        }
        return "{\"agentName\": \"" + agent.group() + "\", \"arguments\": {\"topic\": \"x\"}}";
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return ChatRequestParameters.builder().build();
    }
}
