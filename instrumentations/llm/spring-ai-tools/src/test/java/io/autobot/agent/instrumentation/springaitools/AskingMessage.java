package io.autobot.agent.instrumentation.springaitools;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.ai.chat.messages.AssistantMessage;

/** A model's answer that asks for tools. Its own class, because the releases have no way in common to make one. */
final class AskingMessage extends AssistantMessage {
    AskingMessage(String... tools) {
        super("", Map.of(), calls(tools), List.of());
    }

    private static List<ToolCall> calls(String... tools) {
        return Arrays.stream(tools)
                .map(tool -> new ToolCall("call-" + tool, "function", tool, "{\"name\":\"x\"}"))
                .collect(Collectors.toList());
    }
}
