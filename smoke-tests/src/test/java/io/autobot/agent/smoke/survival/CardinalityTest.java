package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Sample;
import io.autobot.agent.testkit.scrape.Scrape;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that invents names cannot fill the monitoring system. */
class CardinalityTest {
    private static final int MANY = 50_000;
    private static final int LIMIT = 1_000;

    @RegisterExtension
    static final RedisServers servers = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @Test
    void namesPastTheLimitAreFoldedAndEveryCountStaysExact() {
        RedisProcess redis = servers.standalone("databases 60000");
        Talk talk = new Talk(jvms.start(TestServices.on(Jdks.jdk25()).agent("port=0")));

        talk.tell("redis " + redis.port(), "names " + MANY);
        Scrape names = talk.scrape();
        assertThat(talk.jvm().stdout()).contains("refused " + MANY);
        assertThat(names.value("autobot_redis_operations_total", "operation", "other", "status", "error"))
                .isEqualTo(MANY);

        talk.tell("databases " + MANY);
        Scrape scrape = talk.scrape();
        Map<String, Integer> series = seriesByFamily(scrape);
        assertThat(series)
                .allSatisfy((family, count) -> assertThat(count).as(family).isLessThanOrEqualTo(LIMIT));
        assertThat(series.get("autobot_redis_operations_total")).isGreaterThan(LIMIT / 3);
        assertThat(scrape.sum("autobot_redis_operations_total")).isEqualTo(3 * MANY);
        assertThat(scrape.sum("autobot_redis_requests_total")).isEqualTo(3 * MANY);
        assertThat(scrape.sum("autobot_redis_operation_latency_seconds_count")).isEqualTo(3 * MANY);
        for (String family :
                new String[] {"autobot_redis_operations_total", "autobot_redis_operation_latency_seconds"}) {
            String counts = family.replace("seconds", "seconds_count");
            assertThat(scrape.value("autobot_agent_series_folded_total", "metric", family))
                    .as(family)
                    .isEqualTo(scrape.sum(counts, "database", "other"))
                    .isGreaterThan(MANY);
        }
        assertThat(scrape.sum("autobot_agent_errors_total")).isZero();

        talk.end();
        assertThat(talk.jvm().stderr())
                .filteredOn(line -> line.contains("reached its limit"))
                .isNotEmpty();
        assertThat(talk.jvm().stderr().stream()
                        .map(line -> line.replaceAll("reached.*", ""))
                        .toList())
                .doesNotHaveDuplicates();
    }

    /** A histogram's buckets are one series. */
    private static Map<String, Integer> seriesByFamily(Scrape scrape) {
        return scrape.samples().stream()
                .filter(sample ->
                        !sample.name().endsWith("_bucket") && !sample.name().endsWith("_sum"))
                .collect(Collectors.groupingBy(Sample::name, TreeMap::new, Collectors.summingInt(sample -> 1)));
    }
}
