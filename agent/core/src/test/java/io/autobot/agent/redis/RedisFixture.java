package io.autobot.agent.redis;

import io.autobot.agent.metrics.AgentRegistry;
import io.autobot.agent.metrics.Exposition;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import java.time.Instant;
import java.util.List;

/** Redis metrics with a small vocabulary, a clock in the test's hand and a registry to scrape. */
final class RedisFixture {
    static final int OTHER = 0;
    static final int GET = 1;
    static final int SET = 2;
    static final long MILLISECOND = 1_000_000L;
    static final long SECOND = 1_000_000_000L;

    private static final List<String> NAMES = List.of("other", "get", "set");

    long now;
    final SeriesGuard guard;
    final RedisServerFigures servers = new RedisServerFigures(() -> now, 90 * SECOND);
    final RedisMetrics metrics;
    final AgentRegistry registry;

    RedisFixture() {
        this(SeriesGuard.DEFAULT_LIMIT, 0);
    }

    /** With so many commands beside the named ones, called {@code command<id>}. */
    RedisFixture(int limit, int furtherCommands) {
        guard = new SeriesGuard(limit);
        metrics = new RedisMetrics(
                id -> id < NAMES.size() ? NAMES.get(id) : "command" + id,
                NAMES.size() + furtherCommands,
                id -> id == GET,
                guard,
                new Histograms(name -> null),
                servers,
                () -> now);
        registry = new AgentRegistry(List.of(metrics), () -> Instant.EPOCH, (where, failure) -> {
            throw new AssertionError(where, failure);
        });
    }

    Exposition scrape() {
        return Exposition.text(registry);
    }

    /** Lets time pass, with a tick every second. */
    void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now += SECOND;
            registry.tick(now);
        }
    }
}
