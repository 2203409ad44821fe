package io.autobot.agent.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every wire format, read by a client that knows nothing of the simulator: where a provider has its figures, and how
 * they add up, is written down here a second time, and must give what the ledger has.
 */
class WireFormatsTest {
    private static final String M = "\"model\":\"m-1\"";
    private static final String STREAM = "{" + M + ",\"stream\":true}";
    private static final String ASKED = "{" + M + ",\"stream\":true,\"stream_options\":{\"include_usage\":true}}";
    private static final String PLAIN = "{" + M + "}";

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

    /** Pointers to the figures: input is the sum of the first, output that of the second; the last document wins. */
    private static Arguments of(
            Endpoint endpoint, String type, String path, String body, String model, String input, String output) {
        return Arguments.of(endpoint, type, path, body, model, input, output);
    }

    static Stream<Arguments> formats() {
        String in = "/usage/prompt_tokens";
        String out = "/usage/completion_tokens";
        String anthropicIn = "/usage/input_tokens /usage/cache_read_input_tokens /usage/cache_creation_input_tokens";
        String geminiIn = "/usageMetadata/promptTokenCount";
        String geminiOut = "/usageMetadata/candidatesTokenCount /usageMetadata/thoughtsTokenCount";
        String converseIn = "/usage/inputTokens /usage/cacheReadInputTokens /usage/cacheWriteInputTokens";
        String google = "/v1/projects/p/locations/l/publishers/google/models/m-1:";
        String titan = "/model/amazon.titan-text-express/";
        return Stream.of(
                of(Endpoint.OPENAI, "chat", "/v1/chat/completions", PLAIN, "m-1", in, out),
                of(Endpoint.OPENAI, "chat", "/v1/chat/completions", ASKED, "m-1", in, out),
                of(Endpoint.OPENAI, "chat", "/v1/chat/completions", STREAM, "m-1", null, null),
                of(Endpoint.OPENAI, "completion", "/v1/completions", PLAIN, "m-1", in, out),
                of(Endpoint.OPENAI, "completion", "/v1/completions", ASKED, "m-1", in, out),
                of(
                        Endpoint.OPENAI,
                        "chat",
                        "/v1/responses",
                        PLAIN,
                        "m-1",
                        "/usage/input_tokens",
                        "/usage/output_tokens"),
                of(
                        Endpoint.OPENAI,
                        "chat",
                        "/v1/responses",
                        STREAM,
                        "m-1",
                        "/response/usage/input_tokens",
                        "/response/usage/output_tokens"),
                of(Endpoint.OPENAI, "embedding", "/v1/embeddings", PLAIN, "m-1", in, null),
                of(
                        Endpoint.OPENAI,
                        "image",
                        "/v1/images/generations",
                        PLAIN,
                        "m-1",
                        "/usage/input_tokens",
                        "/usage/output_tokens"),
                of(Endpoint.OPENAI, "moderation", "/v1/moderations", PLAIN, "m-1", null, null),
                of(Endpoint.OPENAI, "batch", "/v1/batches", "{}", null, null, null),
                of(
                        Endpoint.OPENAI,
                        "transcription",
                        "/v1/audio/transcriptions",
                        PLAIN,
                        "m-1",
                        "/usage/input_tokens",
                        "/usage/output_tokens"),
                of(
                        Endpoint.AZURE_OPENAI,
                        "chat",
                        "/openai/deployments/dep/chat/completions?api-version=1",
                        "{}",
                        "gpt-4o-mini-2024-07-18",
                        in,
                        out),
                of(
                        Endpoint.AZURE_OPENAI,
                        "chat",
                        "/openai/deployments/dep/chat/completions?api-version=1",
                        "{\"stream\":true}",
                        "gpt-4o-mini-2024-07-18",
                        null,
                        null),
                of(Endpoint.AZURE_INFERENCE, "chat", "/models/chat/completions", PLAIN, "m-1", in, out),
                of(Endpoint.ANTHROPIC, "chat", "/v1/messages", PLAIN, "m-1", anthropicIn, "/usage/output_tokens"),
                of(Endpoint.ANTHROPIC, "token_count", "/v1/messages/count_tokens", PLAIN, "m-1", null, null),
                of(Endpoint.ANTHROPIC, "batch", "/v1/messages/batches", "{}", null, null, null),
                of(Endpoint.GEMINI, "chat", "/v1beta/models/m-1:generateContent", "{}", "m-1", geminiIn, geminiOut),
                of(
                        Endpoint.GEMINI,
                        "chat",
                        "/v1beta/models/m-1:streamGenerateContent?alt=sse",
                        "{}",
                        "m-1",
                        geminiIn,
                        geminiOut),
                of(
                        Endpoint.GEMINI,
                        "chat",
                        "/v1beta/models/m-1:streamGenerateContent",
                        "{}",
                        "m-1",
                        geminiIn,
                        geminiOut),
                of(Endpoint.GEMINI, "embedding", "/v1beta/models/m-1:batchEmbedContents", "{}", "m-1", null, null),
                of(Endpoint.GEMINI, "chat", "/v1beta/openai/chat/completions", PLAIN, "m-1", in, out),
                of(Endpoint.VERTEX, "chat", google + "generateContent", "{}", "m-1", geminiIn, geminiOut),
                of(
                        Endpoint.VERTEX,
                        "chat",
                        "/v1/projects/p/locations/l/publishers/anthropic/models/m-1:rawPredict",
                        "{}",
                        "m-1",
                        anthropicIn,
                        "/usage/output_tokens"),
                of(Endpoint.BEDROCK, "chat", "/model/m-1/converse", "{}", "m-1", converseIn, "/usage/outputTokens"),
                of(
                        Endpoint.BEDROCK,
                        "chat",
                        "/model/m-1/converse-stream",
                        "{}",
                        "m-1",
                        converseIn,
                        "/usage/outputTokens"),
                of(
                        Endpoint.BEDROCK,
                        "chat",
                        titan + "invoke",
                        "{}",
                        "amazon.titan-text-express",
                        "/inputTextTokenCount",
                        "/results/0/tokenCount"),
                of(Endpoint.MISTRAL, "chat", "/v1/chat/completions", STREAM, "m-1", in, out),
                of(
                        Endpoint.COHERE,
                        "chat",
                        "/v2/chat",
                        PLAIN,
                        "m-1",
                        "/usage/tokens/input_tokens",
                        "/usage/tokens/output_tokens"),
                of(
                        Endpoint.COHERE,
                        "chat",
                        "/v2/chat",
                        STREAM,
                        "m-1",
                        "/delta/usage/tokens/input_tokens",
                        "/delta/usage/tokens/output_tokens"),
                of(
                        Endpoint.COHERE,
                        "chat",
                        "/v1/chat",
                        STREAM,
                        "m-1",
                        "/response/meta/tokens/input_tokens",
                        "/response/meta/tokens/output_tokens"),
                of(Endpoint.COHERE, "embedding", "/v2/embed", PLAIN, "m-1", "/meta/billed_units/input_tokens", null),
                of(Endpoint.COHERE, "rerank", "/v2/rerank", PLAIN, "m-1", null, null),
                of(
                        Endpoint.GROQ,
                        "chat",
                        "/openai/v1/chat/completions",
                        STREAM,
                        "m-1",
                        "/x_groq/usage/prompt_tokens",
                        "/x_groq/usage/completion_tokens"),
                of(
                        Endpoint.DEEPSEEK,
                        "chat",
                        "/chat/completions",
                        PLAIN,
                        "m-1",
                        "/usage/prompt_cache_hit_tokens /usage/prompt_cache_miss_tokens",
                        out),
                of(
                        Endpoint.X_AI,
                        "chat",
                        "/v1/chat/completions",
                        PLAIN,
                        "m-1",
                        in,
                        out + " /usage/completion_tokens_details/reasoning_tokens"),
                of(Endpoint.PERPLEXITY, "chat", "/chat/completions", STREAM, "m-1", in, out),
                of(Endpoint.OPENROUTER, "chat", "/api/v1/chat/completions", STREAM, "m-1", in, out),
                of(Endpoint.TOGETHER, "chat", "/v1/chat/completions", STREAM, "m-1", in, out),
                of(
                        Endpoint.WATSONX,
                        "completion",
                        "/ml/v1/text/generation_stream?version=1",
                        "{\"model_id\":\"m-1\"}",
                        "m-1",
                        "/results/0/input_token_count",
                        "/results/0/generated_token_count"),
                of(Endpoint.WATSONX, "chat", "/ml/v1/text/chat?version=1", "{\"model_id\":\"m-1\"}", "m-1", in, out),
                of(Endpoint.OLLAMA, "chat", "/api/chat", PLAIN, "m-1", "/prompt_eval_count", "/eval_count"),
                of(
                        Endpoint.OLLAMA,
                        "completion",
                        "/api/generate",
                        "{" + M + ",\"stream\":false}",
                        "m-1",
                        "/prompt_eval_count",
                        "/eval_count"),
                of(Endpoint.OLLAMA, "embedding", "/api/embed", PLAIN, "m-1", "/prompt_eval_count", null),
                of(Endpoint.OLLAMA, "chat", "/v1/chat/completions", ASKED, "m-1", in, out),
                of(
                        Endpoint.LLAMA_CPP,
                        "completion",
                        "/completion",
                        "{\"stream\":true}",
                        "sim.gguf",
                        "/timings/prompt_n",
                        "/timings/predicted_n"),
                of(Endpoint.LM_STUDIO, "chat", "/api/v0/chat/completions", PLAIN, "m-1", in, out),
                of(Endpoint.TGI, "completion", "/generate", "{}", null, null, "/details/generated_tokens"),
                of(
                        Endpoint.TGI,
                        "completion",
                        "/generate_stream",
                        "{}",
                        null,
                        "/details/input_length",
                        "/details/generated_tokens"),
                of(Endpoint.VLLM, "chat", "/v1/chat/completions", ASKED, "m-1", in, out));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("formats")
    void figuresOfTheReplyAreThoseOfTheLedger(
            Endpoint endpoint, String type, String path, String body, String model, String input, String output) {
        HttpResponse<byte[]> response = client.post(simulator.url(endpoint) + path, body);

        assertThat(response.statusCode()).isEqualTo(200);
        Exchange line = simulator.ledger().settled().last();
        List<JsonNode> documents = RawClient.documents(response);
        assertThat(line.provider()).isEqualTo(endpoint.provider());
        assertThat(line.requestType()).isEqualTo(type);
        assertThat(line.model()).isEqualTo(model);
        assertThat(line.state()).isEqualTo(Exchange.State.COMPLETED);
        assertThat(line.bytes()).isEqualTo(response.body().length);
        if (input == null && output == null) {
            assertThat(line.usage()).isNull();
        } else {
            assertThat(line.usage().input()).as("input").isEqualTo(last(documents, input));
            assertThat(line.usage().output()).as("output").isEqualTo(last(documents, output));
        }
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("formats")
    void withoutFiguresWhenToldSo(
            Endpoint endpoint, String type, String path, String body, String model, String input, String output) {
        HttpResponse<byte[]> response =
                client.post(simulator.url(endpoint, Behaviour.OK.withoutUsage().toolCall()) + path, body);

        assertThat(simulator.ledger().settled().last().usage()).isNull();
        for (String pointer : pointers(input, output)) {
            assertThat(RawClient.documents(response))
                    .allSatisfy(one -> assertThat(one.at(pointer).isNumber()).isFalse());
        }
    }

    private static List<String> pointers(String... texts) {
        List<String> pointers = new ArrayList<>();
        for (String text : texts) {
            if (text != null) {
                pointers.addAll(List.of(text.split(" ")));
            }
        }
        return pointers;
    }

    private static long last(List<JsonNode> documents, String pointers) {
        long sum = 0;
        for (String pointer : pointers(pointers)) {
            long found = -1;
            for (JsonNode document : documents) {
                found = document.at(pointer).isNumber() ? document.at(pointer).asLong() : found;
            }
            assertThat(found).as(pointer).isNotNegative();
            sum += found;
        }
        return sum;
    }
}
