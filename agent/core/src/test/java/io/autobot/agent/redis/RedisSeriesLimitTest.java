package io.autobot.agent.redis;

import static io.autobot.agent.redis.RedisFixture.GET;
import static io.autobot.agent.redis.RedisFixture.MILLISECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.metrics.Exposition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisSeriesLimitTest {
    private static final int LIMIT = 1_000;

    private static void assertWithinLimit(Exposition page) {
        assertThat(page.startingWith("autobot_agent_series{"))
                .isNotEmpty()
                .allSatisfy((family, series) -> assertThat(series).as(family).isLessThanOrEqualTo(LIMIT));
    }

    @Test
    void fiftyThousandDatabasesStayWithinTheLimitAndLoseNoEvent() {
        RedisFixture redis = new RedisFixture(LIMIT, 0);
        for (int i = 0; i < 50_000; i++) {
            RedisDatabase database = redis.metrics.database("db" + i);
            database.operation(GET).hit(MILLISECOND);
            database.operation(GET).timeout(MILLISECOND);
            database.connectTimeout();
            database.received(2);
            database.poolWaited(MILLISECOND);
        }
        Exposition page = redis.scrape();

        assertWithinLimit(page);
        assertThat(page.sum("autobot_redis_operations_total")).isEqualTo(100_000);
        assertThat(page.sum("autobot_redis_requests_total")).isEqualTo(100_000);
        assertThat(page.sum("autobot_redis_operation_latency_seconds_count")).isEqualTo(100_000);
        assertThat(page.sum("autobot_operation_duration_seconds_count")).isEqualTo(100_000);
        assertThat(page.sum("autobot_timeout_total")).isEqualTo(100_000);
        assertThat(page.sum("autobot_redis_pubsub_messages_total")).isEqualTo(100_000);

        double shown = page.startingWith("autobot_redis_operations_total").entrySet().stream()
                .filter(series -> !series.getKey().contains("database=\"other\""))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        Map<String, Long> folded = redis.guard.folded();
        assertThat(folded)
                .containsEntry("autobot_redis_operations_total", 100_000 - (long) shown)
                .containsEntry("autobot_redis_operation_latency_seconds", 100_000 - (long) shown)
                .containsEntry("autobot_timeout_total", 100_000 - (long) shown)
                .containsEntry("autobot_redis_pubsub_messages_total", 100_000 - (long) shown);
        assertThat(page.value("autobot_redis_operations_total{database=\"other\",operation=\"other\",status=\"hit\"}"))
                .isEqualTo(50_000 - shown / 2);
    }

    @Test
    void manyCommandsOfAFewDatabasesStayWithinTheLimit() {
        RedisFixture redis = new RedisFixture(LIMIT, 600);
        for (String alias : new String[] {"main", "db1", "db2", "other"}) {
            for (int id = 0; id < 603; id++) {
                redis.metrics.database(alias).operation(id).success(MILLISECOND);
                redis.metrics.database(alias).operation(id).success(MILLISECOND);
            }
        }
        Exposition page = redis.scrape();

        assertWithinLimit(page);
        assertThat(page.sum("autobot_redis_operations_total")).isEqualTo(2 * 4 * 603);
        assertThat(page.value(
                        "autobot_redis_requests_total{database=\"other\",operation=\"other\",status=\"success\"}"))
                .isEqualTo(redis.guard
                        .folded()
                        .get("autobot_redis_operations_total")
                        .doubleValue())
                .isPositive();
        assertThat(redis.scrape().sum("autobot_redis_success_rate{database=\"other\",time_window=\"1m\"}"))
                .isEqualTo(100);
    }

    @Test
    void onlyLookUpsTakeTheRoomOfFourStatuses() {
        RedisFixture redis = new RedisFixture(LIMIT, 600);
        RedisDatabase main = redis.metrics.database("main");
        main.operation(GET).hit(MILLISECOND);
        main.operation(GET).success(MILLISECOND);
        for (int id = GET + 1; id < 603; id++) {
            main.operation(id).success(MILLISECOND);
            main.operation(id).timeout(MILLISECOND);
        }
        Exposition page = redis.scrape();

        assertWithinLimit(page);
        // Of 1,000 series the folded operation has 4 and the look-up 4, which leaves 330 commands 3 each.
        assertThat(page.startingWith("autobot_timeout_rate{database=\"main\"")).hasSize(3 * (1 + 330));
        assertThat(page.startingWith("autobot_redis_requests_total{database=\"main\""))
                .hasSize(2 * (1 + 330));
    }
}
