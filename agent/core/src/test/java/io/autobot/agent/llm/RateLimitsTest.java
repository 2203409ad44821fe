package io.autobot.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private static double reset(String name, String value) {
        return RateLimits.reset(Map.of(name, value)::get, NOW);
    }

    @Test
    void requestsAndTokens() {
        Map<String, String> openAi =
                Map.of("x-ratelimit-remaining-requests", "4999", "x-ratelimit-remaining-tokens", "39");
        assertThat(RateLimits.requests(openAi::get)).isEqualTo(4_999);
        assertThat(RateLimits.tokens(openAi::get)).isEqualTo(39);
        Map<String, String> anthropic = Map.of(
                "anthropic-ratelimit-requests-remaining", "7",
                "anthropic-ratelimit-input-tokens-remaining", "50",
                "anthropic-ratelimit-output-tokens-remaining", "40");
        assertThat(RateLimits.requests(anthropic::get)).isEqualTo(7);
        assertThat(RateLimits.tokens(anthropic::get)).isEqualTo(40);
        assertThat(RateLimits.requests(Map.of("x-ratelimit-remaining", "none")::get))
                .isNaN();
        assertThat(RateLimits.requests(name -> null)).isNaN();
    }

    @Test
    void resets() {
        assertThat(reset("x-ratelimit-reset-requests", "1m2.5s")).isEqualTo(62.5);
        assertThat(reset("x-ratelimit-reset-requests", "12ms")).isEqualTo(0.012);
        assertThat(reset("x-ratelimit-reset-requests", "2h3m")).isEqualTo(7_380);
        assertThat(reset("anthropic-ratelimit-requests-reset", "2026-11-01T10:00:30Z"))
                .isEqualTo(30);
        assertThat(reset("anthropic-ratelimit-requests-reset", "2026-11-01T09:00:30Z"))
                .isZero();
        assertThat(reset("x-ratelimit-reset", String.valueOf(NOW.getEpochSecond() + 5)))
                .isEqualTo(5);
        assertThat(reset("retry-after", "20")).isEqualTo(20);
        assertThat(reset("retry-after-ms", "1500")).isEqualTo(1.5);
        for (String none : new String[] {"", "soon", "Wed, 21 Oct", "1x", "-3", "9999999999999999999999", "s"}) {
            assertThat(reset("x-ratelimit-reset-requests", none)).as(none).isNaN();
        }
    }
}
