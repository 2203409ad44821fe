package io.autobot.agent.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import io.autobot.agent.http.ByteSink;
import io.autobot.agent.http.HttpConversation;
import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.metrics.Exposition;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.sampling.Sampler;
import io.autobot.agent.status.StatusBoard;
import java.io.IOException;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls as a transport tells them, and what is then shown. */
class LlmCallTest {
    private static final String OPENAI = "api.openai.com";
    private static final String CHAT = "/v1/chat/completions";
    private static final String USAGE = ",\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":200}}";

    private final SeriesGuard guard = new SeriesGuard(50);
    private final Config config =
            Config.load(new Sources().agentArguments("llm.quotas=openai/daily->10,llm.ollama-poll.enabled=false"));
    private final LlmDomain llm = new LlmDomain(
            guard,
            new Histograms(any -> null),
            config,
            warning -> {
                throw new AssertionError(warning);
            },
            new Sampler(new StatusBoard()));

    private HttpConversation open(String host, String path, String request) {
        HttpConversation call = llm.protocol().claim("POST", "https", host, 443, path);
        feed(call.requestBody("application/json"), request);
        return call;
    }

    private void call(String host, String path, String request, int status, String reply, String... headers) {
        HttpConversation call = open(host, path, request);
        Map<String, String> known = new HashMap<>(Map.of("content-type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            known.put(headers[i], headers[i + 1]);
        }
        feed(call.responseHead(status, known::get), reply);
        call.ended(Ending.COMPLETE, null);
    }

    private static void feed(ByteSink sink, String text) {
        if (sink != null && text != null) {
            sink.bytes(text.getBytes(UTF_8), 0, text.getBytes(UTF_8).length);
            sink.end();
        }
    }

    private Exposition scrape() {
        return Exposition.of(llm.metrics());
    }

    @Test
    void manyCallsOfOneKindLeaveRoomForOtherKinds() {
        for (int i = 0; i < 60; i++) {
            call(OPENAI, CHAT, "{\"model\":\"gpt-4o\"}", 200, "{\"model\":\"gpt-4o\"" + USAGE);
        }
        call(OPENAI, "/v1/embeddings", "{\"model\":\"gpt-4o\"}", 200, "{\"model\":\"gpt-4o\"" + USAGE);

        assertThat(
                        scrape().value(
                                        "autobot_llm_requests_total{model=\"gpt-4o\",provider=\"openai\",request_type=\"embedding\"}"))
                .isEqualTo(1);
        assertThat(guard.folded().values()).containsOnly(0L);
    }

    @Test
    void aChat() {
        call(
                OPENAI,
                CHAT,
                "{\"messages\":[],\"model\":\"gpt-4o\"}",
                200,
                "{\"model\":\"gpt-4o-2024-08-06\"" + USAGE,
                "x-ratelimit-remaining-requests",
                "99",
                "x-ratelimit-remaining-tokens",
                "9000");

        String labels = "model=\"gpt-4o\",provider=\"openai\"";
        assertThat(scrape().samples())
                .contains(
                        entry("autobot_llm_requests_total{" + labels + ",request_type=\"chat\"}", 1.0),
                        entry("autobot_llm_tokens_total{" + labels + ",token_type=\"input\"}", 1_000.0),
                        entry("autobot_llm_tokens_total{" + labels + ",token_type=\"output\"}", 200.0),
                        entry("autobot_llm_request_latency_seconds_count{" + labels + "}", 1.0),
                        entry("autobot_llm_errors_total{error_type=\"rate_limit\",provider=\"openai\"}", 0.0),
                        entry("autobot_llm_rate_limit_remaining{provider=\"openai\"}", 99.0),
                        entry("autobot_llm_rate_limit_remaining_tokens{provider=\"openai\"}", 9_000.0),
                        entry("autobot_llm_provider_availability{provider=\"openai\"}", 1.0),
                        entry("autobot_llm_provider_info{backend=\"cloud\",provider=\"openai\"}", 1.0),
                        entry("autobot_llm_quota_used{period=\"daily\",provider=\"openai\"}", 1.0),
                        entry("autobot_llm_quota_limit{period=\"daily\",provider=\"openai\"}", 10.0),
                        entry("autobot_llm_active_requests{provider=\"openai\"}", 0.0));
        // 2.50 and 10 dollars for a million.
        assertThat(scrape().value("autobot_llm_cost_dollars_total{cost_type=\"input\"," + labels + "}"))
                .isEqualTo(0.0025);
        assertThat(scrape().value("autobot_llm_cost_dollars_total{cost_type=\"output\"," + labels + "}"))
                .isEqualTo(0.002);
        assertThat(scrape().startingWith("autobot_llm_unpriced")).isEmpty();
    }

    @Test
    void underWayUntilTheEnd() {
        HttpConversation call = open(OPENAI, CHAT, "{\"model\":\"gpt-4o\"}");
        call.responseHead(200, name -> name.equals("content-type") ? "text/event-stream" : null);
        call(OPENAI, CHAT, "{\"model\":\"gpt-4o\"}", 200, "{\"model\":\"gpt-4o\"" + USAGE);
        assertThat(scrape().value("autobot_llm_active_requests{provider=\"openai\"}"))
                .isEqualTo(1);
        call.ended(Ending.CANCELLED, null);
        assertThat(scrape().value("autobot_llm_active_requests{provider=\"openai\"}"))
                .isZero();
        assertThat(scrape().sum("autobot_llm_errors_total")).isZero();
        assertThat(scrape().sum("autobot_llm_requests_total")).isEqualTo(2);
    }

    @Test
    void streamsWithAndWithoutUsage() {
        for (String usage : new String[] {"", "data: {\"choices\":[]" + USAGE + "\n\n"}) {
            call(
                    OPENAI,
                    CHAT,
                    "{\"model\":\"gpt-4o\",\"stream\":true}",
                    200,
                    "data: {\"model\":\"gpt-4o\",\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n" + usage
                            + "data: [DONE]\n\n",
                    "content-type",
                    "text/event-stream");
        }
        String labels = "{model=\"gpt-4o\",provider=\"openai\"}";
        assertThat(scrape().value("autobot_llm_streams_without_usage_total" + labels))
                .isEqualTo(1);
        assertThat(scrape().value("autobot_llm_time_to_first_token_seconds_count" + labels))
                .isEqualTo(2);
        assertThat(scrape().sum("autobot_llm_tokens_total")).isEqualTo(1_200);
    }

    @Test
    void outagesMakeAProviderUnavailableAndAnAnswerBringsItBack() {
        for (int i = 0; i < 2; i++) {
            call(OPENAI, CHAT, "{\"model\":\"gpt-4o\"}", 503, "oops");
        }
        assertThat(scrape().startingWith("autobot_llm_provider_availability")).isEmpty();
        open(OPENAI, CHAT, null).ended(Ending.FAILED, new ConnectException("refused"));
        assertThat(scrape().value("autobot_llm_provider_availability{provider=\"openai\"}"))
                .isZero();
        call(
                OPENAI,
                CHAT,
                "{\"model\":\"gpt-4o\"}",
                400,
                "{\"error\":{\"message\":\"no\",\"type\":\"invalid_request_error\"}}");
        assertThat(scrape().samples())
                .contains(
                        entry("autobot_llm_provider_availability{provider=\"openai\"}", 1.0),
                        entry("autobot_llm_errors_total{error_type=\"overloaded\",provider=\"openai\"}", 2.0),
                        entry("autobot_llm_errors_total{error_type=\"connection\",provider=\"openai\"}", 1.0),
                        entry("autobot_llm_errors_total{error_type=\"bad_request\",provider=\"openai\"}", 1.0),
                        entry(
                                "autobot_llm_requests_total{model=\"unknown\",provider=\"openai\",request_type=\"chat\"}",
                                1.0),
                        entry(
                                "autobot_llm_requests_total{model=\"gpt-4o\",provider=\"openai\",request_type=\"chat\"}",
                                3.0));
    }

    @Test
    void aStreamThatBreaksOffKeepsWhatItSaid() {
        HttpConversation call = open("api.anthropic.com", "/v1/messages", "{\"model\":\"claude-sonnet-4-5\"}");
        ByteSink body = call.responseHead(200, name -> name.equals("content-type") ? "text/event-stream" : null);
        byte[] start =
                "data: {\"type\":\"message_start\",\"message\":{\"model\":\"claude-sonnet-4-5\",\"usage\":{\"input_tokens\":30,\"output_tokens\":1}}}\n\n"
                        .getBytes(UTF_8);
        body.bytes(start, 0, start.length);
        call.ended(Ending.FAILED, new IOException("reset"));
        assertThat(scrape().samples())
                .contains(
                        entry(
                                "autobot_llm_tokens_total{model=\"claude-sonnet-4-5\",provider=\"anthropic\",token_type=\"input\"}",
                                30.0),
                        entry("autobot_llm_errors_total{error_type=\"connection\",provider=\"anthropic\"}", 1.0));
    }

    @Test
    void aDoubtfulPathCountsOnceItShowsItself() {
        call("shop.example", "/v1/messages", "{\"text\":\"hello\"}", 200, "{\"id\":7}");
        assertThat(scrape().startingWith("autobot_llm_requests_total")).isEmpty();
        call(
                "proxy.example",
                "/v1/messages",
                "{\"model\":\"claude-haiku-4-5\"}",
                200,
                "{\"model\":\"claude-haiku-4-5\",\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}");
        assertThat(scrape().sum("autobot_llm_requests_total")).isEqualTo(1);
        assertThat(llm.protocol().claim("GET", "https", OPENAI, 443, "/v1/models"))
                .isNull();
    }

    @Test
    void localModelsCostNothingAndUnknownOnesAreSeen() {
        call(
                "localhost",
                "/api/chat",
                "{\"model\":\"llama3\"}",
                200,
                "{\"model\":\"llama3\",\"prompt_eval_count\":5,\"eval_count\":6}");
        call("llm.example", CHAT, "{\"model\":\"house-1\"}", 200, "{\"model\":\"house-1\"" + USAGE);
        assertThat(scrape().samples())
                .contains(
                        entry(
                                "autobot_llm_cost_dollars_total{cost_type=\"input\",model=\"llama3\",provider=\"ollama\"}",
                                0.0),
                        entry("autobot_llm_provider_info{backend=\"local\",provider=\"ollama\"}", 1.0),
                        entry(
                                "autobot_llm_unpriced_tokens_total{model=\"house-1\",provider=\"openai_compatible\"}",
                                1_200.0));
        assertThat(scrape().startingWith("autobot_llm_cost_dollars_total{cost_type=\"input\",model=\"house-1\""))
                .isEmpty();
    }

    @Test
    void aModelThatAwsNamesByAnArn() {
        String account = "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3A";
        for (String model : new String[] {
            "inference-profile%2Fus.amazon.nova-2-lite-v1%3A0", "application-inference-profile%2Fabcdefghijkl"
        }) {
            call(
                    "bedrock-runtime.us-east-1.amazonaws.com",
                    "/model/" + account + model + "/converse",
                    "{}",
                    200,
                    "{\"usage\":{\"inputTokens\":1000,\"outputTokens\":1}}");
        }
        assertThat(scrape().startingWith("autobot_llm_requests_total"))
                .containsOnlyKeys(
                        "autobot_llm_requests_total{model=\"amazon.nova-2-lite\",provider=\"aws.bedrock\",request_type=\"chat\"}",
                        "autobot_llm_requests_total{model=\"abcdefghijkl\",provider=\"aws.bedrock\",request_type=\"chat\"}");
    }

    @Test
    void aGatewaysOwnWordOnTheCostWins() {
        call(
                "openrouter.ai",
                "/api/v1/chat/completions",
                "{\"model\":\"x/y\"}",
                200,
                "{\"model\":\"x/y\",\"usage\":{\"prompt_tokens\":30,\"completion_tokens\":10,\"cost\":0.04}}");
        String labels = "model=\"x/y\",provider=\"openrouter\"}";
        assertThat(scrape().value("autobot_llm_cost_dollars_total{cost_type=\"input\"," + labels))
                .isCloseTo(0.03, within(1e-12));
        assertThat(scrape().value("autobot_llm_cost_dollars_total{cost_type=\"output\"," + labels))
                .isCloseTo(0.01, within(1e-12));
        assertThat(scrape().startingWith("autobot_llm_unpriced")).isEmpty();
    }

    @Test
    void aForm() {
        HttpConversation call = llm.protocol().claim("POST", "https", OPENAI, 443, "/v1/audio/transcriptions");
        feed(
                call.requestBody("multipart/form-data; boundary=b"),
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp3\"\r\nContent-Type: audio/mpeg\r\n\r\n"
                        + "name=\"model\"\r\n\r\nno\r\n--b\r\nContent-Disposition: form-data; name=\"model\"\r\nContent-Length: 9\r\n\r\n"
                        + "whisper-1\r\n--b--\r\n");
        feed(
                call.responseHead(200, name -> "application/json"),
                "{\"text\":\"hi\",\"usage\":{\"type\":\"duration\",\"seconds\":3}}");
        call.ended(Ending.COMPLETE, null);
        assertThat(
                        scrape().value(
                                        "autobot_llm_requests_total{model=\"whisper-1\",provider=\"openai\",request_type=\"transcription\"}"))
                .isEqualTo(1);
        assertThat(scrape().startingWith("autobot_llm_tokens_total")).isEmpty();
    }

    @Test
    void pastTheLimitModelsAreFolded() {
        for (int i = 0; i < 100; i++) {
            call("llm.example", CHAT, "{\"model\":\"m" + i + "\"}", 200, "{\"model\":\"m" + i + "\"" + USAGE);
        }
        assertThat(scrape().sum("autobot_llm_requests_total")).isEqualTo(100);
        assertThat(scrape().sum("autobot_llm_tokens_total")).isEqualTo(120_000);
        assertThat(scrape().startingWith("autobot_llm_tokens_total")).hasSizeLessThanOrEqualTo(50);
        assertThat(scrape().startingWith("autobot_llm_requests_total")).hasSizeLessThanOrEqualTo(50);
        assertThat(guard.folded().get("autobot_llm_requests_total")).isPositive();
    }

    @Test
    void embeddingsHaveInputAlone() {
        call(
                OPENAI,
                "/v1/embeddings",
                "{\"model\":\"text-embedding-3-small\",\"input\":\"x\"}",
                200,
                "{\"data\":[{\"embedding\":[0.1,0.2]}],\"model\":\"text-embedding-3-small\",\"usage\":{\"prompt_tokens\":8,\"total_tokens\":8}}");
        assertThat(scrape().samples())
                .contains(
                        entry(
                                "autobot_llm_tokens_total{model=\"text-embedding-3-small\",provider=\"openai\",token_type=\"input\"}",
                                8.0),
                        entry(
                                "autobot_llm_tokens_total{model=\"text-embedding-3-small\",provider=\"openai\",token_type=\"output\"}",
                                0.0));
    }
}
