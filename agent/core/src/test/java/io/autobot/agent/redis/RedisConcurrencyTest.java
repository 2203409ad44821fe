package io.autobot.agent.redis;

import static io.autobot.agent.redis.RedisFixture.GET;
import static io.autobot.agent.redis.RedisFixture.SET;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.metrics.Exposition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RedisConcurrencyTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 50_000;

    private final RedisFixture redis = new RedisFixture();

    /** Every outcome once per round and thread, all threads racing for the creation of each recorder. */
    private void load(CyclicBarrier start) throws Exception {
        start.await();
        for (int i = 0; i < ROUNDS; i++) {
            RedisDatabase database = redis.metrics.database(i % 2 == 0 ? "main" : "db1");
            database.operation(GET).hit(1_000);
            database.operation(GET).miss(2_000);
            database.operation(SET).success(3_000);
            database.operation(SET).error(4_000);
            database.operation(SET).timeout(5_000);
        }
    }

    private static void assertViewsAgree(Exposition page) {
        for (String database : List.of("main", "db1")) {
            for (String operation : List.of("get", "set")) {
                String of = "{database=\"" + database + "\",operation=\"" + operation + "\"";
                double attempts = page.sum("autobot_redis_operations_total" + of);
                assertThat(page.sum("autobot_redis_requests_total" + of)).isEqualTo(attempts);
                assertThat(page.sum("autobot_redis_requests_total" + of + ",status=\"failed\""))
                        .isEqualTo(page.sum("autobot_redis_operations_total" + of + ",status=\"error\""))
                        .isGreaterThanOrEqualTo(page.sum("autobot_timeout_total{database=\"" + database
                                + "\",operation_type=\"redis_" + operation + "\""));
                double timed = page.sum("autobot_redis_operation_latency_seconds_count" + of);
                assertThat(page.sum("autobot_operation_duration_seconds_count{database=\"" + database
                                + "\",operation_type=\"redis_" + operation + "\"}"))
                        .isEqualTo(timed)
                        .isGreaterThanOrEqualTo(attempts);
            }
        }
    }

    @Test
    void eightThreadsAreCountedExactlyAndViewsAgreeInEveryScrape() throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS + 1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            running.add(threads.submit(() -> {
                load(start);
                return null;
            }));
        }
        start.await();
        int scrapes = 0;
        while (scrapes < 3 || running.stream().anyMatch(future -> !future.isDone())) {
            assertViewsAgree(redis.scrape());
            scrapes++;
        }
        for (Future<?> future : running) {
            future.get();
        }
        threads.shutdown();

        Exposition page = redis.scrape();
        assertViewsAgree(page);
        double each = THREADS * ROUNDS / 2.0;
        for (String database : List.of("main", "db1")) {
            String of = "autobot_redis_operations_total{database=\"" + database + "\",operation=";
            assertThat(page.value(of + "\"get\",status=\"hit\"}")).isEqualTo(each);
            assertThat(page.value(of + "\"get\",status=\"miss\"}")).isEqualTo(each);
            assertThat(page.value(of + "\"set\",status=\"success\"}")).isEqualTo(each);
            assertThat(page.value(of + "\"set\",status=\"error\"}")).isEqualTo(2 * each);
            assertThat(page.value("autobot_timeout_total{database=\"" + database
                            + "\",operation_type=\"redis_set\",status=\"timeout\"}"))
                    .isEqualTo(each);
            assertThat(page.value("autobot_redis_operation_latency_seconds_count{database=\"" + database
                            + "\",operation=\"set\"}"))
                    .isEqualTo(3 * each);
        }
    }
}
