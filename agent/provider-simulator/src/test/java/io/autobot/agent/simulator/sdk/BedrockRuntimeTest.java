package io.autobot.agent.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ErrorCase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

class BedrockRuntimeTest extends SdkTest {
    private static final String MODEL = "anthropic.claude-3-haiku-20240307-v1:0";
    private static final String PROFILE =
            "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-3-haiku-20240307-v1:0";
    private static final SdkBytes BODY = SdkBytes.fromUtf8String("{\"max_tokens\":10,\"messages\":[]}");
    private static final Message MESSAGE = Message.builder()
            .role(ConversationRole.USER)
            .content(ContentBlock.fromText("hello"))
            .build();

    private BedrockRuntimeClient client;
    private BedrockRuntimeAsyncClient async;

    @Override
    void connect() {
        StaticCredentialsProvider key = StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"));
        URI uri = URI.create(simulator.url(Endpoint.BEDROCK));
        client = BedrockRuntimeClient.builder()
                .endpointOverride(uri)
                .region(Region.US_EAST_1)
                .credentialsProvider(key)
                .overrideConfiguration(c -> c.retryStrategy(RetryMode.STANDARD).retryStrategy(r -> r.maxAttempts(1)))
                .build();
        async = BedrockRuntimeAsyncClient.builder()
                .endpointOverride(uri)
                .region(Region.US_EAST_1)
                .credentialsProvider(key)
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    @AfterAll
    void disconnect() {
        client.close();
        async.close();
    }

    private static long input(TokenUsage usage) {
        return usage.inputTokens() + usage.cacheReadInputTokens() + usage.cacheWriteInputTokens();
    }

    @Test
    void converse() {
        ConverseResponse reply = client.converse(r -> r.modelId(PROFILE).messages(MESSAGE));
        assertThat(input(reply.usage())).isEqualTo(usage().input());
        assertThat((long) reply.usage().outputTokens()).isEqualTo(usage().output());
        assertThat(line().model()).isEqualTo(PROFILE);
    }

    @Test
    void converseStream() {
        simulator.next(Behaviour.OK.randomSplit(9).toolCall());
        AtomicReference<TokenUsage> usage = new AtomicReference<>();
        async.converseStream(
                        r -> r.modelId(MODEL).messages(MESSAGE),
                        ConverseStreamResponseHandler.builder()
                                .subscriber(ConverseStreamResponseHandler.Visitor.builder()
                                        .onMetadata(metadata -> usage.set(metadata.usage()))
                                        .build())
                                .build())
                .join();
        assertThat(input(usage.get())).isEqualTo(usage().input());
    }

    @Test
    void invokeModel() {
        InvokeModelResponse reply = client.invokeModel(r -> r.modelId(MODEL).body(BODY));
        assertThat(reply.sdkHttpResponse().firstMatchingHeader("X-Amzn-Bedrock-Output-Token-Count"))
                .hasValue(Long.toString(usage().output()));
        assertThat(reply.body().asUtf8String()).contains("\"output_tokens\":" + usage().output());
    }

    @Test
    void invokeModelWithResponseStream() {
        List<String> chunks = new ArrayList<>();
        async.invokeModelWithResponseStream(
                        r -> r.modelId(MODEL).body(BODY),
                        InvokeModelWithResponseStreamResponseHandler.builder()
                                .subscriber(InvokeModelWithResponseStreamResponseHandler.Visitor.builder()
                                        .onChunk(chunk ->
                                                chunks.add(chunk.bytes().asUtf8String()))
                                        .build())
                                .build())
                .join();
        assertThat(chunks.get(chunks.size() - 1))
                .contains("amazon-bedrock-invocationMetrics")
                .contains("\"outputTokenCount\":" + usage().output());
        assertThat(line().replyModel()).isEqualTo(MODEL);
    }

    @Test
    void errors() {
        simulator.next(Behaviour.OK.error(ErrorCase.RATE_LIMIT));
        assertThatThrownBy(() -> client.converse(r -> r.modelId(MODEL).messages(MESSAGE)))
                .isInstanceOf(ThrottlingException.class);
        simulator.next(Behaviour.OK.error(ErrorCase.RATE_LIMIT).midStream(3));
        assertThatThrownBy(() -> async.converseStream(
                                r -> r.modelId(MODEL).messages(MESSAGE),
                                ConverseStreamResponseHandler.builder()
                                        .subscriber(event -> {})
                                        .build())
                        .join())
                .hasCauseInstanceOf(ThrottlingException.class);
    }
}
