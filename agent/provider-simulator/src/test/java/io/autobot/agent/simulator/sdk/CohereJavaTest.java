package io.autobot.agent.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.cohere.api.Cohere;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.cohere.api.types.ChatMessageV2;
import com.cohere.api.types.Usage;
import com.cohere.api.types.UserMessageV2;
import com.cohere.api.types.UserMessageV2Content;
import io.autobot.agent.simulator.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "autobot.test.matrix", matches = "all")
class CohereJavaTest extends SdkTest {
    private static final List<ChatMessageV2> HELLO = List.of(ChatMessageV2.user(
            UserMessageV2.builder().content(UserMessageV2Content.of("hello")).build()));

    private Cohere client;

    @Override
    void connect() {
        client = Cohere.builder()
                .token("key")
                .url(simulator.url(Endpoint.COHERE))
                .build();
    }

    private void same(Usage read) {
        assertThat(read.getTokens().orElseThrow().getInputTokens().orElseThrow().longValue())
                .isEqualTo(usage().input());
        assertThat(read.getTokens()
                        .orElseThrow()
                        .getOutputTokens()
                        .orElseThrow()
                        .longValue())
                .isEqualTo(usage().output());
    }

    @Test
    void chat() {
        same(client.v2()
                .chat(V2ChatRequest.builder().model("command-r").messages(HELLO).build())
                .getUsage()
                .orElseThrow());
        Usage last = null;
        for (V2ChatStreamResponse event : client.v2()
                .chatStream(V2ChatStreamRequest.builder()
                        .model("command-r")
                        .messages(HELLO)
                        .build())) {
            if (event.isMessageEnd()) {
                last = event.getMessageEnd()
                        .orElseThrow()
                        .getDelta()
                        .orElseThrow()
                        .getUsage()
                        .orElseThrow();
            }
        }
        same(last);
    }
}
