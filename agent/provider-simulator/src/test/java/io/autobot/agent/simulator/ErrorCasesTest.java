package io.autobot.agent.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCasesTest {
    private static final Map<Endpoint, String> PATHS = Map.of(
            Endpoint.ANTHROPIC, "/v1/messages",
            Endpoint.GEMINI, "/v1beta/models/m:generateContent",
            Endpoint.VERTEX, "/v1/projects/p/locations/l/publishers/google/models/m:generateContent",
            Endpoint.BEDROCK, "/model/m/converse",
            Endpoint.COHERE, "/v2/chat",
            Endpoint.WATSONX, "/ml/v1/text/chat",
            Endpoint.OLLAMA, "/api/chat",
            Endpoint.TGI, "/generate",
            Endpoint.GITHUB, "/repos/o/r/issues");

    private static ProviderSimulator simulator;
    private static RawClient client;

    @BeforeAll
    static void start() {
        simulator = ProviderSimulator.start();
        client = new RawClient(HttpClient.Version.HTTP_1_1);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String path(Endpoint endpoint) {
        return PATHS.getOrDefault(endpoint, "/v1/chat/completions");
    }

    @ParameterizedTest
    @EnumSource(Endpoint.class)
    void everyProviderRefusesInEveryWay(Endpoint endpoint) {
        for (ErrorCase error : ErrorCase.values()) {
            simulator.next(Behaviour.OK.error(error).retryAfter(7));
            HttpResponse<byte[]> response =
                    client.post(simulator.url(endpoint) + path(endpoint), "{\"model\":\"m\",\"messages\":[]}");

            assertThat(response.statusCode()).isEqualTo(error.status());
            assertThat(response.headers().firstValue("retry-after")).hasValue("7");
            Exchange line = simulator.ledger().settled().last();
            assertThat(line.status()).isEqualTo(error.status());
            assertThat(line.usage()).isNull();
            if (response.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
                assertThat(RawClient.text(response)).contains("<title>" + error.status());
            } else {
                assertThat(RawClient.documents(response)).hasSize(1);
            }
            if (endpoint == Endpoint.TGI && error == ErrorCase.RATE_LIMIT) {
                assertThat(line.errorType()).isEqualTo("overloaded");
            } else {
                assertThat(line.errorType()).isEqualTo(endpoint == Endpoint.GITHUB ? null : error.errorType());
            }
        }
    }

    @Test
    void wordsOfSomeProviders() {
        assertThat(refusal(Endpoint.OPENAI, ErrorCase.QUOTA)).contains("\"code\":\"insufficient_quota\"");
        assertThat(refusal(Endpoint.OPENAI, ErrorCase.RATE_LIMIT)).contains("\"code\":\"rate_limit_exceeded\"");
        assertThat(refusal(Endpoint.AZURE_OPENAI, ErrorCase.CONTENT_FILTER)).contains("ResponsibleAIPolicyViolation");
        assertThat(refusal(Endpoint.ANTHROPIC, ErrorCase.OVERLOADED)).contains("\"type\":\"overloaded_error\"");
        assertThat(refusal(Endpoint.GEMINI, ErrorCase.BAD_KEY)).contains("API_KEY_INVALID");
        assertThat(refusal(Endpoint.OLLAMA, ErrorCase.NOT_FOUND)).isEqualTo("{\"error\":\"model 'm' not found\"}");
        assertThat(refusal(Endpoint.GITHUB, ErrorCase.RATE_LIMIT)).contains("secondary rate limit");
        simulator.next(Endpoint.BEDROCK, Behaviour.OK.error(ErrorCase.RATE_LIMIT));
        HttpResponse<byte[]> throttled = client.post(simulator.url(Endpoint.BEDROCK) + "/model/m/converse", "{}");
        assertThat(throttled.headers().firstValue("x-amzn-errortype").orElse(""))
                .startsWith("ThrottlingException:");
    }

    @Test
    void graphQlTellsInsideASuccess() {
        simulator.next(Endpoint.GITHUB, Behaviour.OK.error(ErrorCase.QUOTA));
        HttpResponse<byte[]> limited = client.post(simulator.url(Endpoint.GITHUB) + "/graphql", "{\"query\":\"{a}\"}");
        assertThat(limited.statusCode()).isEqualTo(200);
        assertThat(RawClient.documents(limited).get(0).at("/errors/0/type").asText())
                .isEqualTo("RATE_LIMITED");
        assertThat(limited.headers().firstValue("x-ratelimit-remaining")).hasValue("0");
        assertThat(limited.headers().firstValue("x-ratelimit-resource")).hasValue("graphql");
        assertThat(simulator.ledger().settled().last().replyHeader("x-ratelimit-remaining"))
                .isEqualTo("0");
    }

    private static String refusal(Endpoint endpoint, ErrorCase error) {
        simulator.next(endpoint, Behaviour.OK.error(error));
        return RawClient.text(client.post(simulator.url(endpoint) + path(endpoint), "{\"model\":\"m\"}"));
    }

    @Test
    void modelKeyAndPathChooseTheBehaviour() {
        String chat = simulator.url(Endpoint.OPENAI) + "/v1/chat/completions";
        assertThat(client.post(chat, "{\"model\":\"gpt-4o-sim-503\"}").statusCode())
                .isEqualTo(503);
        assertThat(client.post(chat, "{\"model\":\"m\"}", "Authorization", "Bearer sk-sim-401")
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.post(simulator.url(Endpoint.OPENAI) + "/sim-500/v1/chat/completions", "{\"model\":\"m\"}")
                        .statusCode())
                .isEqualTo(500);
        assertThat(client.post(chat, "{\"model\":\"sim-model\"}").statusCode()).isEqualTo(200);
        assertThat(client.get(chat).statusCode()).isEqualTo(405);
        assertThat(client.post(simulator.url(Endpoint.OPENAI) + "/nowhere", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anErrorInsideAStream() {
        simulator.next(Behaviour.OK.error(ErrorCase.OVERLOADED).midStream(4));
        HttpResponse<byte[]> response =
                client.post(simulator.url(Endpoint.ANTHROPIC) + "/v1/messages", "{\"model\":\"m\",\"stream\":true}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(RawClient.documents(response)).hasSize(5);
        assertThat(RawClient.text(response)).contains("event: error\ndata: {\"type\":\"error\"");
        Exchange line = simulator.ledger().settled().last();
        assertThat(line.errorType()).isEqualTo("overloaded");
        assertThat(line.usage().output()).as("the head's count").isEqualTo(3);

        simulator.next(Behaviour.OK.error(ErrorCase.RATE_LIMIT).midStream(2));
        HttpResponse<byte[]> frames = client.post(simulator.url(Endpoint.BEDROCK) + "/model/m/converse-stream", "{}");
        assertThat(EventStreamReader.read(frames.body()))
                .last()
                .satisfies(frame -> assertThat(frame.headers())
                        .containsEntry(":message-type", "exception")
                        .containsEntry(":exception-type", "throttlingException"));
    }
}
