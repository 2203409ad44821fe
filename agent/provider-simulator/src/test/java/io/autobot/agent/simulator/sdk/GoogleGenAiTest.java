package io.autobot.agent.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ClientException;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.HttpOptions;
import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ErrorCase;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "autobot.test.matrix", matches = "all")
class GoogleGenAiTest extends SdkTest {
    private static final String MODEL = "gemini-2.5-flash";

    private Client gemini;
    private Client vertex;

    @Override
    void connect() {
        gemini = Client.builder()
                .apiKey("key")
                .vertexAI(false)
                .httpOptions(HttpOptions.builder()
                        .baseUrl(simulator.url(Endpoint.GEMINI))
                        .build())
                .build();
        vertex = Client.builder()
                .vertexAI(true)
                .project("p")
                .location("us-central1")
                .credentials(GoogleCredentials.create(
                        new AccessToken("token", new Date(System.currentTimeMillis() + 3_600_000))))
                .httpOptions(HttpOptions.builder()
                        .baseUrl(simulator.url(Endpoint.VERTEX))
                        .build())
                .build();
    }

    private static long output(GenerateContentResponse reply) {
        GenerateContentResponseUsageMetadata usage = reply.usageMetadata().orElseThrow();
        return usage.candidatesTokenCount().orElseThrow()
                + usage.thoughtsTokenCount().orElse(0);
    }

    @Test
    void generate() {
        for (Client client : new Client[] {gemini, vertex}) {
            GenerateContentResponse reply = client.models.generateContent(MODEL, "hello", null);
            assertThat(output(reply)).isEqualTo(usage().output());
            assertThat(line().model()).isEqualTo(MODEL);
            assertThat(line().provider()).isEqualTo(client == gemini ? "gcp.gemini" : "gcp.vertex_ai");
        }
    }

    @Test
    void streamed() {
        simulator.next(Behaviour.OK.split(3));
        long last = 0;
        try (ResponseStream<GenerateContentResponse> stream =
                gemini.models.generateContentStream(MODEL, "hello", null)) {
            for (GenerateContentResponse chunk : stream) {
                last = output(chunk);
            }
        }
        assertThat(last).isEqualTo(usage().output());
    }

    @Test
    void embedCountAndErrors() {
        assertThat(gemini.models
                        .embedContent("gemini-embedding-001", "a", null)
                        .embeddings()
                        .orElseThrow())
                .hasSize(1);
        assertThat(line().requestType()).isEqualTo("embedding");
        assertThat(gemini.models.countTokens(MODEL, "a", null).totalTokens().orElseThrow())
                .isPositive();
        simulator.next(Behaviour.OK.error(ErrorCase.BAD_KEY));
        assertThatThrownBy(() -> gemini.models.generateContent(MODEL, "hello", null))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("API key not valid");
    }
}
