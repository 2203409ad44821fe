package io.autobot.agent.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.http.ByteSink;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Replies in the shapes of the providers' wire formats, with figures that differ so that a mix-up is seen. */
class LlmReplyTest {
    private static final String JSON = "application/json";
    private static final String SSE = "text/event-stream; charset=utf-8";

    private static LlmReply read(String contentType, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        LlmReply whole = feed(contentType, bytes, bytes.length);
        for (int step : new int[] {1, 3, 64}) {
            LlmReply pieces = feed(contentType, bytes, step);
            assertThat(figures(pieces)).isEqualTo(figures(whole));
        }
        return whole;
    }

    private static LlmReply feed(String contentType, byte[] bytes, int step) {
        LlmReply reply = new LlmReply();
        ByteSink sink = reply.body(contentType);
        for (int at = 0; at < bytes.length; at += step) {
            sink.bytes(bytes, at, Math.min(bytes.length, at + step));
        }
        sink.end();
        return reply;
    }

    private static String figures(LlmReply reply) {
        return reply.model() + " in " + reply.input() + " out " + reply.output() + " cached " + reply.cachedInput()
                + " written " + reply.cacheWrite() + " reasoning " + reply.reasoning();
    }

    @Test
    void openAiChat() {
        LlmReply reply = read(
                JSON,
                "{\"id\":\"c\",\"model\":\"gpt-4o-2024-08-06\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                        + "\"content\":\"{\\\"usage\\\":{\\\"prompt_tokens\\\":9999}}\",\"tool_calls\":[{\"function\":{\"arguments\":"
                        + "\"{\\\"usage\\\":1}\"}}]},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":11,"
                        + "\"completion_tokens\":7,\"total_tokens\":18,\"prompt_tokens_details\":{\"cached_tokens\":5,"
                        + "\"audio_tokens\":2},\"completion_tokens_details\":{\"reasoning_tokens\":3,\"audio_tokens\":1}}}");
        assertThat(figures(reply)).isEqualTo("gpt-4o-2024-08-06 in 11 out 7 cached 5 written 0 reasoning 3");
        assertThat(reply.audioInput()).isEqualTo(2);
        assertThat(reply.audioOutput()).isEqualTo(1);
        assertThat(reply.isStreamed()).isFalse();
        assertThat(reply.isFailed()).isFalse();
    }

    @Test
    void openAiStreamWithAndWithoutUsage() {
        String chunk = "data: {\"model\":\"gpt-4o\",\"choices\":[{\"delta\":{\"content\":\"Hi\"}}],\"usage\":null}\n\n";
        String last =
                "data: {\"model\":\"gpt-4o\",\"choices\":[],\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":2}}\n\n";
        LlmReply with = read(SSE, chunk + last + "data: [DONE]\n\n");
        assertThat(figures(with)).isEqualTo("gpt-4o in 4 out 2 cached 0 written 0 reasoning 0");
        assertThat(with.isStreamed()).isTrue();
        assertThat(with.firstContentNanos()).isNotZero();
        LlmReply without = read(SSE, chunk + "data: [DONE]\n\n");
        assertThat(without.hasUsage()).isFalse();
        assertThat(without.input()).isNegative();
    }

    @Test
    void aRoleOrAFilterResultIsNoContent() {
        assertThat(read(
                                SSE,
                                "data: {\"choices\":[],\"model\":\"\",\"prompt_filter_results\":[{}]}\n\n"
                                        + "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n")
                        .firstContentNanos())
                .isZero();
        assertThat(read(SSE, "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0}]}}]}\n\n")
                        .firstContentNanos())
                .isNotZero();
    }

    @Test
    void responsesApi() {
        LlmReply plain = read(
                JSON,
                "{\"model\":\"gpt-5\",\"error\":null,\"usage\":{\"input_tokens\":40,\"input_tokens_details\":{\"cached_tokens\":8},"
                        + "\"output_tokens\":30,\"output_tokens_details\":{\"reasoning_tokens\":20},\"total_tokens\":70}}");
        assertThat(figures(plain)).isEqualTo("gpt-5 in 40 out 30 cached 8 written 0 reasoning 20");
        assertThat(plain.isFailed()).isFalse();
        LlmReply stream = read(
                SSE,
                "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"model\":\"gpt-5\",\"error\":null,"
                        + "\"usage\":null}}\n\nevent: x\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"Hi\"}\n\n"
                        + "data: {\"type\":\"response.completed\",\"response\":{\"model\":\"gpt-5\",\"usage\":{\"input_tokens\":6,"
                        + "\"output_tokens\":5,\"total_tokens\":11}}}\n\n");
        assertThat(figures(stream)).isEqualTo("gpt-5 in 6 out 5 cached 0 written 0 reasoning 0");
        assertThat(stream.firstContentNanos()).isNotZero();
        LlmReply failed = read(
                SSE,
                "data: {\"type\":\"response.failed\",\"response\":{\"error\":{\"code\":\"server_error\",\"message\":\"no\"}}}\n\n");
        assertThat(failed.isFailed()).isTrue();
        assertThat(failed.error(200, null)).isEqualTo(LlmErrorType.SERVER);
    }

    @Test
    void anthropicCountsTheCacheBesideTheInput() {
        LlmReply plain = read(
                JSON,
                "{\"type\":\"message\",\"model\":\"claude-sonnet-4-5\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}],"
                        + "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":4,\"cache_creation_input_tokens\":20,"
                        + "\"cache_read_input_tokens\":1167,\"output_tokens\":9}}");
        assertThat(figures(plain)).isEqualTo("claude-sonnet-4-5 in 1191 out 9 cached 1167 written 20 reasoning 0");
        LlmReply stream = read(
                SSE,
                "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":\"claude-sonnet-4-5\",\"content\":[],"
                        + "\"usage\":{\"input_tokens\":17,\"cache_read_input_tokens\":3,\"output_tokens\":1}}}\n\n"
                        + "event: ping\ndata: {\"type\": \"ping\"}\n\n"
                        + "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"H\"}}\n\n"
                        + "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":171}  }\n\n"
                        + "data: {\"type\":\"message_stop\"}\n\n");
        assertThat(figures(stream)).isEqualTo("claude-sonnet-4-5 in 20 out 171 cached 3 written 0 reasoning 0");
        LlmReply error = read(
                SSE,
                "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n");
        assertThat(error.isFailed()).isTrue();
        assertThat(error.error(200, null)).isEqualTo(LlmErrorType.OVERLOADED);
    }

    @Test
    void geminiCountsThoughtsBesideTheAnswer() {
        String last =
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"x\"}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{"
                        + "\"promptTokenCount\":8,\"candidatesTokenCount\":388,\"totalTokenCount\":2589,\"thoughtsTokenCount\":2193,"
                        + "\"cachedContentTokenCount\":2},\"modelVersion\":\"gemini-2.5-flash\"}";
        String expected = "gemini-2.5-flash in 8 out 2581 cached 2 written 0 reasoning 2193";
        assertThat(figures(read(JSON, last))).isEqualTo(expected);
        String first =
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"y\"}]}}],\"usageMetadata\":{\"promptTokenCount\":8,"
                        + "\"candidatesTokenCount\":1,\"totalTokenCount\":9}}";
        assertThat(figures(read(SSE, "data: " + first + "\r\n\r\ndata: " + last + "\r\n\r\n")))
                .isEqualTo(expected);
        assertThat(figures(read(JSON, "[" + first + "\n,\r\n" + last + "]"))).isEqualTo(expected);
        LlmReply blocked = read(
                JSON, "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},\"usageMetadata\":{\"promptTokenCount\":5}}");
        assertThat(blocked.isFiltered()).isTrue();
        assertThat(blocked.input()).isEqualTo(5);
        LlmReply error = read(
                JSON,
                "[{\"error\":{\"code\":429,\"message\":\"You exceeded your current quota\",\"status\":\"RESOURCE_EXHAUSTED\"}}]");
        assertThat(error.error(429, null)).isEqualTo(LlmErrorType.QUOTA);
    }

    @Test
    void bedrockConverseAndInvoke() {
        assertThat(
                        figures(
                                read(
                                        JSON,
                                        "{\"output\":{\"message\":{\"content\":[{\"text\":\"x\"}]}},\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":8,"
                                                + "\"outputTokens\":10,\"totalTokens\":18,\"cacheReadInputTokens\":30,\"cacheWriteInputTokens\":4}}")))
                .isEqualTo("null in 42 out 10 cached 30 written 4 reasoning 0");
        String inner = Base64.getEncoder()
                .encodeToString(
                        ("{\"type\":\"message_stop\",\"amazon-bedrock-invocationMetrics\":{\"inputTokenCount\":15,"
                                        + "\"outputTokenCount\":27,\"invocationLatency\":3,\"firstByteLatency\":1}}")
                                .getBytes(UTF_8));
        assertThat(figures(read(JSON, "{\"bytes\":\"" + inner + "\",\"p\":\"abcd\"}")))
                .isEqualTo("null in 15 out 27 cached 0 written 0 reasoning 0");
        assertThat(figures(read(
                        JSON, "{\"inputTextTokenCount\":5,\"results\":[{\"tokenCount\":6,\"outputText\":\"x\"}]}")))
                .isEqualTo("null in 5 out 6 cached 0 written 0 reasoning 0");
        LlmReply head = read(JSON, "{\"generation\":\"x\"}");
        head.headUsage(3, 4);
        assertThat(figures(head)).isEqualTo("null in 3 out 4 cached 0 written 0 reasoning 0");
    }

    @Test
    void ollamaLines() {
        LlmReply reply = read(
                "application/x-ndjson",
                "{\"model\":\"llama3.2\",\"message\":{\"role\":\"assistant\",\"content\":\"Hi\"},\"done\":false}\n"
                        + "{\"model\":\"llama3.2\",\"message\":{\"content\":\"\"},\"done\":true,\"prompt_eval_count\":26,\"eval_count\":298}\n");
        assertThat(figures(reply)).isEqualTo("llama3.2 in 26 out 298 cached 0 written 0 reasoning 0");
        assertThat(reply.isStreamed()).isTrue();
        assertThat(reply.firstContentNanos()).isNotZero();
        assertThat(read("application/x-ndjson", "{\"error\":\"model not found\"}\n")
                        .isFailed())
                .isTrue();
    }

    @Test
    void cohereCountsAndBills() {
        LlmReply reply = read(
                SSE,
                "data: {\"type\":\"content-delta\",\"delta\":{\"message\":{\"content\":{\"text\":\"x\"}}}}\n\n"
                        + "data: {\"type\":\"message-end\",\"delta\":{\"finish_reason\":\"COMPLETE\",\"usage\":{\"billed_units\":{"
                        + "\"input_tokens\":7,\"output_tokens\":109},\"tokens\":{\"input_tokens\":69,\"output_tokens\":110}}}}\n\n");
        assertThat(figures(reply)).isEqualTo("null in 69 out 110 cached 0 written 0 reasoning 0");
        assertThat(reply.billedInput()).isEqualTo(7);
        assertThat(reply.billedOutput()).isEqualTo(109);
        assertThat(read(JSON, "{\"embeddings\":{\"float\":[[0.1]]},\"meta\":{\"billed_units\":{\"input_tokens\":12}}}")
                        .input())
                .isEqualTo(12);
    }

    @Test
    void othersWithWaysOfTheirOwn() {
        assertThat(
                        figures(
                                read(
                                        SSE,
                                        "data: {\"model\":\"llama-3\",\"choices\":[],\"x_groq\":{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}}\n\n")))
                .isEqualTo("llama-3 in 3 out 2 cached 0 written 0 reasoning 0");
        // xAI counts reasoning beside the completion, as its total tells.
        assertThat(figures(read(
                        JSON,
                        "{\"model\":\"grok-4\",\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":45,"
                                + "\"completion_tokens_details\":{\"reasoning_tokens\":30}}}")))
                .isEqualTo("grok-4 in 10 out 35 cached 0 written 0 reasoning 30");
        assertThat(figures(read(
                        JSON,
                        "{\"model\":\"deepseek-chat\",\"usage\":{\"prompt_tokens\":10,\"prompt_cache_hit_tokens\":6,"
                                + "\"prompt_cache_miss_tokens\":4,\"completion_tokens\":5}}")))
                .isEqualTo("deepseek-chat in 10 out 5 cached 6 written 0 reasoning 0");
        assertThat(read(JSON, "{\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"cost\":0.0042}}")
                        .cost())
                .isEqualTo(0.0042);
        assertThat(figures(read(
                        JSON,
                        "{\"model_id\":\"ibm/granite\",\"results\":[{\"generated_text\":\"x\",\"generated_token_count\":4,"
                                + "\"input_token_count\":9}]}")))
                .isEqualTo("ibm/granite in 9 out 4 cached 0 written 0 reasoning 0");
        assertThat(figures(read(JSON, "{\"generated_text\":\"x\",\"details\":{\"generated_tokens\":20}}")))
                .isEqualTo("null in -1 out 20 cached 0 written 0 reasoning 0");
        assertThat(figures(read(JSON, "{\"content\":\"x\",\"tokens_evaluated\":13,\"tokens_predicted\":14}")))
                .isEqualTo("null in 13 out 14 cached 0 written 0 reasoning 0");
    }

    /** Vertex AI counts each text that it embeds on its own. */
    @Test
    void severalInputs() {
        String one = "{\"embeddings\":{\"values\":[0.1],\"statistics\":{\"truncated\":false,\"token_count\":";
        assertThat(figures(read(JSON, "{\"predictions\":[" + one + "4}}}," + one + "7}}}]}")))
                .isEqualTo("null in 11 out -1 cached 0 written 0 reasoning 0");
    }

    @Test
    void withoutATypeTheFirstByteTells() {
        String event = "data: {\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":2}}\n\n";
        assertThat(read(null, event).isStreamed()).isTrue();
        assertThat(read("text/plain", ": hello\n\n" + event).input()).isEqualTo(4);
        assertThat(read("text/html", "  {\"usage\":{\"prompt_tokens\":4}}").input())
                .isEqualTo(4);
        assertThat(read("text/html", "<html>{\"usage\":{\"prompt_tokens\":4}}</html>")
                        .hasUsage())
                .isFalse();
        assertThat(new LlmReply().body("audio/mpeg")).isNull();
    }

    @Test
    void ofDuplicatesTheLastCounts() {
        assertThat(read(JSON, "{\"usage\":{\"prompt_tokens\":1,\"prompt_tokens\":2},\"usage\":{\"prompt_tokens\":3}}")
                        .input())
                .isEqualTo(3);
    }
}
