package io.autobot.agent.redis;

import static io.autobot.agent.redis.RedisFixture.GET;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.autobot.agent.metrics.AgentMetrics;
import io.autobot.agent.metrics.AgentRegistry;
import io.autobot.agent.metrics.RecordingClassLoader;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class RedisHotPathTest {
    private static final int CALLS = 100_000;

    /** What the measurement itself may allocate, far below a byte per call. */
    private static final long SLACK = 1_024;

    private static void calls(RedisDatabase database) {
        for (int i = 0; i < CALLS; i++) {
            RedisOperation get = database.operation(GET);
            get.hit(i);
            get.miss(i);
            get.success(i);
            get.error(i);
            get.timeout(i);
            get.counted();
            get.erredUntimed();
            database.published();
            database.received();
            database.connectTimeout();
            database.poolTimeout();
            database.poolWaited(i);
        }
    }

    private static void assertAllocatesNothing(RedisDatabase database) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        calls(database);
        long before = threads.getThreadAllocatedBytes(thread);
        calls(database);
        long after = threads.getThreadAllocatedBytes(thread);

        assertThat(after - before).isBetween(0L, SLACK);
    }

    @Test
    void recordingAllocatesNothing() {
        assertAllocatesNothing(new RedisFixture().metrics.database("main"));
    }

    @Test
    void recordingIntoFoldedSeriesAllocatesNothing() {
        RedisDatabase folded = new RedisFixture(4, 0).metrics.database("main");

        assertThat(folded.alias()).isEqualTo("other");
        assertAllocatesNothing(folded);
    }

    /** Runs in a fresh loader; public for that. */
    public static final class UntilTheFirstCommand implements Callable<Object> {
        @Override
        public Object call() {
            RedisFixture redis = new RedisFixture();
            redis.metrics.register(RedisGaugesTest.Pool.KEPT);
            redis.pass(30);
            AgentMetrics agent = new AgentMetrics(
                    new AgentMetrics.Build("1", "abc", "now"),
                    new AgentMetrics.Sources(List::of, Map::of, () -> 1, () -> 1),
                    redis.guard);
            new AgentRegistry(List.of(redis.metrics, agent), () -> Instant.EPOCH, (where, failure) -> {})
                    .tick(redis.now);
            return (Runnable) () -> redis.metrics.database("main");
        }
    }

    @Test
    void prometheusLoadsWithTheFirstDatabaseAndNotBefore() throws Exception {
        try (RecordingClassLoader fresh = new RecordingClassLoader()) {
            Object firstCommand = ((Callable<?>) fresh.loadClass(UntilTheFirstCommand.class.getName())
                            .getConstructor()
                            .newInstance())
                    .call();

            assertThat(fresh.loaded())
                    .contains(RedisMetrics.class.getName(), AgentMetrics.class.getName())
                    .noneMatch(name -> name.startsWith("io.prometheus."));

            ((Runnable) firstCommand).run();

            assertThat(fresh.loaded()).contains("io.prometheus.metrics.core.metrics.Histogram");
        }
    }
}
