package io.autobot.agent.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.RateLimitException;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.models.batches.BatchCreateParams;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.moderations.ModerationCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ErrorCase;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAiJavaTest extends SdkTest {
    private OpenAIClient client;

    @Override
    void connect() {
        client = OpenAIOkHttpClient.builder()
                .baseUrl(simulator.url(Endpoint.OPENAI) + "/v1")
                .apiKey("sk-test")
                .maxRetries(0)
                .build();
    }

    private static ChatCompletionCreateParams.Builder chat() {
        return ChatCompletionCreateParams.builder().model("gpt-4o").addUserMessage("hello");
    }

    @Test
    void chatPlain() {
        simulator.next(Behaviour.OK.toolCall());
        ChatCompletion reply = client.chat().completions().create(chat().build());
        assertThat(reply.usage().orElseThrow().promptTokens()).isEqualTo(usage().input());
        assertThat(reply.usage().orElseThrow().completionTokens()).isEqualTo(usage().output());
        assertThat(reply.usage()
                        .orElseThrow()
                        .promptTokensDetails()
                        .orElseThrow()
                        .cachedTokens())
                .hasValue(usage().cachedInput());
        assertThat(reply.choices().get(0).message().toolCalls().orElseThrow()).hasSize(1);
    }

    @Test
    void chatStreamedWithAndWithoutUsage() {
        ChatCompletionCreateParams asked = chat().streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        simulator.next(Behaviour.OK.split(1).comments());
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asked)) {
            List<ChatCompletionChunk> chunks = stream.stream().toList();
            assertThat(chunks.get(chunks.size() - 1).usage().orElseThrow().promptTokens())
                    .isEqualTo(usage().input());
        }
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(chat().build())) {
            assertThat(stream.stream().anyMatch(chunk -> chunk.usage().isPresent()))
                    .isFalse();
        }
        assertThat(usage()).isNull();
        assertThat(line().streamed()).isTrue();
    }

    @Test
    void responses() {
        ResponseCreateParams params =
                ResponseCreateParams.builder().model("gpt-4o").input("hello").build();
        Response reply = client.responses().create(params);
        assertThat(reply.usage().orElseThrow().inputTokens()).isEqualTo(usage().input());
        assertThat(reply.usage().orElseThrow().outputTokensDetails().reasoningTokens())
                .isEqualTo(usage().reasoning());
        try (StreamResponse<ResponseStreamEvent> stream = client.responses().createStreaming(params)) {
            long output = stream.stream()
                    .flatMap(event -> event.completed().stream())
                    .mapToLong(done -> done.response().usage().orElseThrow().outputTokens())
                    .sum();
            assertThat(output).isEqualTo(usage().output());
        }
    }

    @Test
    void everythingElse() {
        long embedded = client.embeddings()
                .create(EmbeddingCreateParams.builder()
                        .model("text-embedding-3-small")
                        .inputOfArrayOfStrings(List.of("a", "b"))
                        .encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
                        .build())
                .usage()
                .promptTokens();
        assertThat(embedded).isEqualTo(usage().input());
        assertThat(line().requestType()).isEqualTo("embedding");

        client.completions()
                .create(CompletionCreateParams.builder()
                        .model("davinci-002")
                        .prompt("p")
                        .build());
        assertThat(line().requestType()).isEqualTo("completion");

        long drawn = client.images()
                .generate(ImageGenerateParams.builder()
                        .model("gpt-image-1")
                        .prompt("p")
                        .build())
                .usage()
                .orElseThrow()
                .outputTokens();
        assertThat(drawn).isEqualTo(usage().output());

        assertThat(client.moderations()
                        .create(ModerationCreateParams.builder()
                                .input("i")
                                .model("omni")
                                .build())
                        .results())
                .hasSize(1);
        assertThat(line().requestType()).isEqualTo("moderation");

        client.audio()
                .transcriptions()
                .create(TranscriptionCreateParams.builder()
                        .model("gpt-4o-transcribe")
                        .file(new ByteArrayInputStream(new byte[] {1, 2, 3}))
                        .build());
        assertThat(line().model()).isEqualTo("gpt-4o-transcribe");
        assertThat(usage().audioInput()).isPositive();

        client.audio()
                .speech()
                .create(SpeechCreateParams.builder()
                        .model("tts-1")
                        .input("hello")
                        .voice(SpeechCreateParams.Voice.UnionMember1.ALLOY)
                        .build())
                .close();
        assertThat(line().requestType()).isEqualTo("speech");

        client.batches()
                .create(BatchCreateParams.builder()
                        .inputFileId("file-1")
                        .endpoint(BatchCreateParams.Endpoint.V1_CHAT_COMPLETIONS)
                        .completionWindow(BatchCreateParams.CompletionWindow._24H)
                        .build());
        assertThat(line().requestType()).isEqualTo("batch");
    }

    @Test
    void errors() {
        simulator.next(Behaviour.OK.error(ErrorCase.RATE_LIMIT));
        assertThatThrownBy(() -> client.chat().completions().create(chat().build()))
                .isInstanceOf(RateLimitException.class)
                .hasMessageContaining("Rate limit reached");
    }
}
