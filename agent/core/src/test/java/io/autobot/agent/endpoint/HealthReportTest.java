package io.autobot.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class HealthReportTest {
    private static final Instant STARTED = Instant.parse("2026-11-20T10:00:00Z");

    private static Response report(Supplier<List<HealthReport.Category>> categories, String message) {
        return new HealthReport(
                        "1.0.0",
                        STARTED,
                        Clock.fixed(STARTED.plusSeconds(12), ZoneOffset.UTC),
                        new GivenSources(
                                categories,
                                () -> List.of(RunningEndpoint.jedis(message)),
                                () -> List.of("unknown key \"x\"")))
                .response();
    }

    private static String body(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static HealthReport.Category redis(Instant update) {
        return new HealthReport.Category("redis", true, List.of("autobot_redis_operations_total"), 42, update);
    }

    @Test
    void reportHasExactlyTheDocumentedShape() {
        Response response = report(() -> List.of(redis(STARTED.plusMillis(1_500))), "");

        assertThat(response.status()).isEqualTo(200);
        assertThat(body(response))
                .isEqualTo("{\"status\":\"healthy\",\"version\":\"1.0.0\",\"uptime_seconds\":12,"
                        + "\"prices_as_of\":\"2026-08-01\",\"categories\":{\"redis\":{\"enabled\":true,"
                        + "\"families\":[\"autobot_redis_operations_total\"],\"series\":42,"
                        + "\"last_update\":\"2026-11-20T10:00:01Z\"}},"
                        + "\"instrumentations\":[{\"name\":\"jedis\",\"state\":\"active\","
                        + "\"library_version\":\"8.0.2\",\"reason\":\"none\",\"message\":\"\"}],"
                        + "\"rules\":[{\"name\":\"orders\",\"kind\":\"workflow\",\"state\":\"not_seen\","
                        + "\"message\":\"no class\"}],"
                        + "\"warnings\":[\"unknown key \\\"x\\\"\"]}");
    }

    @Test
    void categoryThatNothingMovedHasNoLastUpdate() {
        assertThat(body(report(() -> List.of(redis(null)), ""))).contains("\"last_update\":null");
    }

    @Test
    void failingCollectionIsUnhealthyWithAReasonAndNoStackTrace() {
        Response response = report(
                () -> {
                    throw new IllegalStateException("detail");
                },
                "");

        assertThat(response.status()).isEqualTo(503);
        assertThat(parse(body(response)))
                .containsEntry("status", "unhealthy")
                .containsEntry("reason", "collection failed with java.lang.IllegalStateException");
        assertThat(body(response)).doesNotContain("detail", "at io.");
    }

    @Test
    void endpointAnswersFiveHundredAndThreeWhenCollectionFails() throws Exception {
        EndpointSettings settings = RunningEndpoint.settings(0, null, null, null, null, RunningEndpoint.QUICK);
        try (RunningEndpoint running = new RunningEndpoint(settings, () -> {
            throw new LinkageError();
        })) {
            assertThat(running.get("/api/monitoring/health/metrics").statusCode())
                    .isEqualTo(503);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quote \" backslash \\ slash / </script>",
                "line\nfeed\r\ttab\u0000\u0001\u001f\u007f\u0085",
                "\u2028\u2029",
                "pair \uD83D\uDE00 ünï",
                "\\u0022,\"state\":\"x"
            })
    void hostileTextComesBackAsItWas(String message) {
        Map<?, ?> status =
                (Map<?, ?>) ((List<?>) parse(body(report(List::of, message))).get("instrumentations")).get(0);

        assertThat(status.get("message")).isEqualTo(message);
        assertThat(status.get("state")).isEqualTo("active");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(body(report(List::of, "a\uD83Db\uDE00"))).contains("\"a\uFFFDb\uFFFD\"");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(String json) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(json);
    }
}
