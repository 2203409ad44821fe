package io.autobot.agent.redis;

import static io.autobot.agent.redis.RedisFixture.GET;
import static io.autobot.agent.redis.RedisFixture.MILLISECOND;
import static io.autobot.agent.redis.RedisFixture.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.autobot.agent.metrics.Exposition;
import io.autobot.agent.metrics.FamilyDescription;
import io.prometheus.metrics.model.registry.MetricNameFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedisMetricsTest {
    private final RedisFixture redis = new RedisFixture();
    private final RedisDatabase main = redis.metrics.database("main");

    private static String operations(String operation, String status) {
        return "autobot_redis_operations_total{database=\"main\",operation=\"" + operation + "\",status=\"" + status
                + "\"}";
    }

    @Test
    void commandIsShownWithItsFailingSibling() {
        main.operation(SET).success(MILLISECOND);

        assertThat(redis.scrape().startingWith("autobot_redis_operations_total"))
                .containsOnly(entry(operations("set", "success"), 1.0), entry(operations("set", "error"), 0.0));
    }

    @Test
    void lookUpIsShownWithHitMissAndError() {
        main.operation(GET).hit(MILLISECOND);

        assertThat(redis.scrape().startingWith("autobot_redis_operations_total"))
                .containsOnly(
                        entry(operations("get", "hit"), 1.0),
                        entry(operations("get", "miss"), 0.0),
                        entry(operations("get", "error"), 0.0));

        // Queued in a transaction, a look-up has no reply to tell a hit by.
        main.operation(GET).success(MILLISECOND);

        assertThat(redis.scrape().value(operations("get", "success"))).isEqualTo(1);
    }

    @Test
    void everyOutcomeLandsInEveryFamilyThatRepeatsIt() {
        RedisOperation get = main.operation(GET);
        get.hit(MILLISECOND);
        get.hit(2 * MILLISECOND);
        get.miss(MILLISECOND);
        get.error(MILLISECOND);
        get.timeout(2_000 * MILLISECOND);
        get.counted();
        get.erredUntimed();

        for (Exposition page : List.of(redis.scrape(), Exposition.openMetrics(redis.registry))) {
            assertThat(page.samples())
                    .contains(
                            entry(operations("get", "hit"), 2.0),
                            entry(operations("get", "miss"), 1.0),
                            entry(operations("get", "error"), 3.0),
                            entry(operations("get", "success"), 1.0),
                            entry(
                                    "autobot_redis_requests_total{database=\"main\",operation=\"get\",status=\"success\"}",
                                    4.0),
                            entry(
                                    "autobot_redis_requests_total{database=\"main\",operation=\"get\",status=\"failed\"}",
                                    3.0),
                            entry(
                                    "autobot_redis_operation_latency_seconds_count{database=\"main\",operation=\"get\"}",
                                    5.0),
                            entry(
                                    "autobot_redis_operation_latency_seconds_bucket{database=\"main\",operation=\"get\",le=\"0.001\"}",
                                    3.0),
                            entry(
                                    "autobot_redis_operation_latency_seconds_sum{database=\"main\",operation=\"get\"}",
                                    2.005),
                            entry(
                                    "autobot_operation_duration_seconds_count{database=\"main\",operation_type=\"redis_get\"}",
                                    5.0),
                            entry(
                                    "autobot_operation_duration_seconds_bucket{database=\"main\",operation_type=\"redis_get\",le=\"2.5\"}",
                                    5.0),
                            entry(
                                    "autobot_timeout_total{database=\"main\",operation_type=\"redis_get\",status=\"timeout\"}",
                                    1.0));
        }
    }

    @Test
    void everyFamilyHasItsDocumentedTypeAndLabels() {
        fillEveryFamily();
        Exposition page = redis.scrape();

        for (FamilyDescription family : RedisFamilies.ALL) {
            String sample = family.name() + (family.type() == FamilyDescription.Type.HISTOGRAM ? "_count{" : "{");
            assertThat(page.types()).containsEntry(family.name(), family.type().id());
            assertThat(page.startingWith(sample).keySet()).isNotEmpty().allSatisfy(series -> {
                Set<String> labels = new LinkedHashSet<>();
                for (String pair : series.substring(series.indexOf('{') + 1, series.length() - 1)
                        .split(",")) {
                    labels.add(pair.substring(0, pair.indexOf('=')));
                }
                assertThat(labels).containsExactlyInAnyOrder(family.labelNames());
            });
        }
        assertThat(page.types()).hasSize(RedisFamilies.ALL.size() + 1).containsKey("autobot_agent_series");
    }

    @Test
    void nameFilterGivesJustTheFamilyAskedFor() {
        fillEveryFamily();

        for (FamilyDescription family : RedisFamilies.ALL) {
            Exposition page = Exposition.text(redis.registry
                    .prometheus()
                    .scrape(MetricNameFilter.builder()
                            .nameMustBeEqualTo(family.name())
                            .build()));

            assertThat(page.types()).containsOnlyKeys(family.name());
        }
    }

    private void fillEveryFamily() {
        main.operation(GET).hit(MILLISECOND);
        main.poolWaited(MILLISECOND);
        main.published();
        redis.metrics.register(RedisGaugesTest.Pool.KEPT);
        redis.servers.uses("a:6379", 0, "main");
        redis.servers.update(RedisGaugesTest.server("a:6379", "run", 100));
    }

    @Test
    void timeoutsAreThereFromZeroOn() {
        main.operation(GET).hit(MILLISECOND);

        assertThat(redis.scrape().startingWith("autobot_timeout_total"))
                .hasSize(3)
                .allSatisfy((series, value) -> assertThat(value).isZero());

        main.connectTimeout();
        main.poolTimeout();

        assertThat(redis.scrape().samples())
                .contains(
                        entry(
                                "autobot_timeout_total{database=\"main\",operation_type=\"redis_connect\",status=\"connect_timeout\"}",
                                1.0),
                        entry(
                                "autobot_timeout_total{database=\"main\",operation_type=\"redis_pool\",status=\"pool_timeout\"}",
                                1.0));
    }

    @Test
    void messagesAndWaitsAreCounted() {
        main.published();
        main.received();
        main.received(4);
        main.poolWaited(3 * MILLISECOND);

        assertThat(redis.scrape().samples())
                .contains(
                        entry("autobot_redis_pubsub_messages_total{database=\"main\",direction=\"published\"}", 1.0),
                        entry("autobot_redis_pubsub_messages_total{database=\"main\",direction=\"received\"}", 5.0),
                        entry("autobot_redis_pool_wait_seconds_sum{database=\"main\"}", 0.003));
    }

    @Test
    void ratesCoverTheWindowsAndGoAbsentWithoutCommands() {
        redis.pass(60);
        for (int i = 0; i < 6; i++) {
            main.operation(GET).hit(MILLISECOND);
        }
        main.operation(SET).error(MILLISECOND);
        main.operation(SET).timeout(MILLISECOND);

        String success = "autobot_redis_success_rate{database=\"main\",time_window=\"%s\"}";
        String timeouts = "autobot_timeout_rate{database=\"main\",operation_type=\"redis_%s\",time_window=\"%s\"}";
        Exposition page = redis.scrape();
        assertThat(page.samples())
                .contains(
                        entry(success.formatted("1m"), 75.0),
                        entry(success.formatted("15m"), 75.0),
                        entry(timeouts.formatted("set", "1m"), 50.0),
                        entry(timeouts.formatted("get", "1m"), 0.0));

        redis.pass(120);
        assertThat(redis.scrape().startingWith("autobot_redis_success_rate"))
                .containsOnly(entry(success.formatted("5m"), 75.0), entry(success.formatted("15m"), 75.0));

        main.operation(GET).miss(MILLISECOND);
        assertThat(redis.scrape().value(success.formatted("1m"))).isEqualTo(100);
        assertThat(redis.scrape().value(timeouts.formatted("set", "1m"))).isNull();

        redis.pass(1_000);
        assertThat(redis.scrape().startingWith("autobot_redis_success_rate")).isEmpty();
        assertThat(redis.scrape().startingWith("autobot_timeout_rate")).isEmpty();
    }

    @Test
    void unknownDatabaseAndCommandHaveANameToo() {
        redis.metrics.database(null).operation(-1).success(MILLISECOND);
        redis.metrics.database("").operation(4_711).success(MILLISECOND);

        assertThat(
                        redis.scrape()
                                .value(
                                        "autobot_redis_operations_total{database=\"unknown\",operation=\"other\",status=\"success\"}"))
                .isEqualTo(2);
    }

    @Test
    void recordersAreResolvedOnce() {
        assertThat(redis.metrics.database("main")).isSameAs(main);
        assertThat(main.operation(GET)).isSameAs(main.operation(GET));
    }

    @Test
    void healthSeesRedisMove() {
        long before = redis.metrics.activity();
        main.operation(GET).hit(MILLISECOND);
        main.published();
        redis.servers.uses("a:6379", 0, "main");
        redis.servers.update(RedisGaugesTest.server("a:6379", "run", 100));

        assertThat(redis.metrics.activity()).isEqualTo(before + 3);
    }
}
