package io.autobot.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final AtomicLong clock = new AtomicLong();

    private Quotas quotas(String text) {
        Config config = Config.load(new Sources().systemProperties(Map.of("autobot.llm.quotas", text)));
        assertThat(config.problems()).isEmpty();
        return Quotas.create(config, clock::get);
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant).toEpochMilli());
    }

    private static void count(Quotas.Counter counter, int times) {
        for (int i = 0; i < times; i++) {
            counter.count();
        }
    }

    private static List<Long> used(Quotas quotas) {
        return quotas.readings().stream().map(Quotas.Reading::used).toList();
    }

    @Test
    void withoutConfigurationNothingIsShown() {
        Quotas quotas = Quotas.create(Config.load(new Sources()), clock::get);
        quotas.counter("openai").count();
        assertThat(quotas.readings()).isEmpty();
    }

    @Test
    void whatIsUsedStandsBesideTheLimit() {
        at("2026-11-30T10:00:00Z");
        Quotas quotas = quotas("openai/daily->10000;openai/monthly->200000;anthropic/monthly->5");
        count(quotas.counter("openai"), 3);
        count(quotas.counter("mistral_ai"), 1);

        assertThat(quotas.readings())
                .containsExactly(
                        new Quotas.Reading("openai", "daily", 3, 10_000),
                        new Quotas.Reading("openai", "monthly", 3, 200_000),
                        new Quotas.Reading("anthropic", "monthly", 0, 5));
    }

    @Test
    void daysAndMonthsEndAtMidnightUtc() {
        Quotas quotas = startedAt("2028-02-01T00:00:00Z");
        Quotas.Counter counter = quotas.counter("openai");
        count(counter, 1);
        at("2028-02-28T23:59:59.999Z");
        count(counter, 2);
        assertThat(used(quotas)).containsExactly(2L, 3L);
        at("2028-02-29T00:00:00Z");
        assertThat(used(quotas)).containsExactly(0L, 3L);
        count(counter, 4);
        at("2028-02-29T23:59:59.999Z");
        assertThat(used(quotas)).containsExactly(4L, 7L);
        at("2028-03-01T00:00:00Z");
        assertThat(used(quotas)).containsExactly(0L, 0L);
        count(counter, 1);
        at("2028-03-31T23:59:59.999Z");
        assertThat(used(quotas)).containsExactly(0L, 1L);
        at("2028-04-01T00:00:00Z");
        assertThat(used(quotas)).containsExactly(0L, 0L);
    }

    @Test
    void aLongMonthIsKeptWholly() {
        Quotas quotas = startedAt("2026-12-01T00:00:00Z");
        Quotas.Counter counter = quotas.counter("openai");
        for (int day = 1; day <= 31; day++) {
            at(String.format("2026-12-%02dT12:00:00Z", day));
            count(counter, day);
        }
        assertThat(used(quotas)).containsExactly(31L, 496L);
    }

    @Test
    void aClockThatIsSetBackFindsTheDayItLeft() {
        Quotas quotas = startedAt("2026-11-27T12:00:00Z");
        Quotas.Counter counter = quotas.counter("openai");
        count(counter, 5);
        at("2026-11-28T12:00:00Z");
        count(counter, 7);
        at("2026-11-27T13:00:00Z");
        count(counter, 1);
        assertThat(used(quotas)).containsExactly(6L, 13L);
        at("2031-01-01T00:00:00Z");
        count(counter, 2);
        assertThat(used(quotas)).containsExactly(2L, 2L);
        at("2026-11-28T13:00:00Z");
        count(counter, 1);
        assertThat(used(quotas)).containsExactly(1L, 1L);
    }

    /** Each thread knows by its own reading of the clock for which day it counts: all of them must arrive there. */
    @Test
    void noRequestIsLostOrCountedForAnotherDayWhileTheDayEnds() throws Exception {
        int threads = 4;
        int perDay = 20_000;
        long midnight = Instant.parse("2026-11-28T00:00:00Z").toEpochMilli();
        ThreadLocal<Long> own = ThreadLocal.withInitial(() -> midnight - 1);
        Config config = Config.load(
                new Sources().systemProperties(Map.of("autobot.llm.quotas", "openai/daily->1;openai/monthly->1")));
        Quotas quotas = Quotas.create(config, own::get);
        Quotas.Counter counter = quotas.counter("openai");
        CountDownLatch start = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int late = t;
                running.add(pool.submit(() -> {
                    start.countDown();
                    start.await();
                    for (int i = 0; i < 2 * perDay; i++) {
                        // Some threads are in the new day all the time that others are still in the old one.
                        own.set((i + late) % 2 == 0 ? midnight - 1 : midnight);
                        counter.count();
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(used(quotas)).containsExactly((long) threads * perDay, 2L * threads * perDay);
        own.set(midnight);
        assertThat(used(quotas)).containsExactly((long) threads * perDay, 2L * threads * perDay);
    }

    private Quotas startedAt(String instant) {
        at(instant);
        return quotas("openai/daily->100;openai/monthly->1000");
    }
}
