package io.autobot.agent.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ErrorCase;
import org.junit.jupiter.api.Test;

class AnthropicJavaTest extends SdkTest {
    private static final MessageCreateParams PARAMS = MessageCreateParams.builder()
            .model("claude-sonnet-4-5")
            .maxTokens(100)
            .addUserMessage("hello")
            .build();

    private AnthropicClient client;

    @Override
    void connect() {
        client = AnthropicOkHttpClient.builder()
                .baseUrl(simulator.url(Endpoint.ANTHROPIC))
                .apiKey("key")
                .maxRetries(0)
                .build();
    }

    @Test
    void messages() {
        simulator.next(Behaviour.OK.usageInText());
        Message reply = client.messages().create(PARAMS);
        assertThat(reply.usage().inputTokens()
                        + reply.usage().cacheReadInputTokens().orElseThrow()
                        + reply.usage().cacheCreationInputTokens().orElseThrow())
                .isEqualTo(usage().input());
        assertThat(reply.usage().outputTokens()).isEqualTo(usage().output());
        assertThat(reply.content()).hasSize(2);
    }

    @Test
    void streamed() {
        simulator.next(Behaviour.OK.randomSplit(3).crlf().toolCall());
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(PARAMS)) {
            long output = stream.stream()
                    .flatMap(event -> event.messageDelta().stream())
                    .mapToLong(delta -> delta.usage().outputTokens())
                    .max()
                    .orElseThrow();
            assertThat(output).isEqualTo(usage().output());
        }
    }

    @Test
    void countTokens() {
        long counted = client.messages()
                .countTokens(MessageCountTokensParams.builder()
                        .model("claude-sonnet-4-5")
                        .addUserMessage("hello")
                        .build())
                .inputTokens();
        assertThat(counted).isPositive();
        assertThat(line().requestType()).isEqualTo("token_count");
        assertThat(usage()).isNull();
    }

    @Test
    void errors() {
        simulator.next(Behaviour.OK.error(ErrorCase.OVERLOADED));
        assertThatThrownBy(() -> client.messages().create(PARAMS))
                .isInstanceOfSatisfying(
                        AnthropicServiceException.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(529));
        simulator.next(Behaviour.OK.error(ErrorCase.OVERLOADED).midStream(5));
        assertThatThrownBy(() -> {
                    try (StreamResponse<RawMessageStreamEvent> stream =
                            client.messages().createStreaming(PARAMS)) {
                        stream.stream().forEach(event -> {});
                    }
                })
                .isInstanceOf(SseException.class);
    }
}
