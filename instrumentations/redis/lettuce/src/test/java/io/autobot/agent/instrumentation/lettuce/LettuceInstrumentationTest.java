package io.autobot.agent.instrumentation.lettuce;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the server counts, in a JVM without the jar. */
@ExtendWith(RedisServers.class)
class LettuceInstrumentationTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    /** One for all: an agent of each test's own would weave the classes of all releases before it once more. */
    @RegisterExtension
    static final WeavingExtension AGENT = WeavingExtension.of(new LettuceInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.lettuce.LettuceReleases#all")
    void countsAsTheServerDoes(String release, RedisProcess server) throws Exception {
        Scrape before = AGENT.scrape();
        LettuceSession.run(release, server);
        Scrape after = AGENT.scrape();

        for (String command : new String[] {"set", "get", "hget", "multi", "exec", "discard", "append", "config_get"}) {
            assertThat(more(before, after, "operation", command))
                    .as(command)
                    .isEqualTo(server.commandStats().calls(command));
        }
        // The server never executed what the discarded transaction had queued.
        assertThat(more(before, after, "operation", "incr"))
                .isEqualTo(server.commandStats().calls("incr") + 1);
        assertThat(more(before, after, "database", "db1", "operation", "get", "status", "hit"))
                .isEqualTo(3);
        assertThat(more(before, after, "database", "db1", "operation", "get", "status", "miss"))
                .isEqualTo(1);
        assertThat(more(before, after, "database", "db1", "operation", "get", "status", "success"))
                .isEqualTo(1);
        assertThat(more(before, after, "database", "db1", "operation", "hget", "status", "error"))
                .isEqualTo(1);
        assertThat(more(before, after, "database", "db2", "operation", "set", "status", "success"))
                .isEqualTo(1);
        assertThat(after.value("autobot_redis_pool_wait_seconds_count", "database", "db1"))
                .isGreaterThanOrEqualTo(1);
        assertThat(more(before, after, "database", "db1", "operation", "select", "status", "success"))
                .isEqualTo(1);
        // The client's own.
        for (String own : new String[] {"ping", "hello", "client_setinfo", "auth"}) {
            assertThat(after.find(OPERATIONS, "operation", own)).isEmpty();
        }
    }

    private static double more(Scrape before, Scrape after, String... labels) {
        return after.sum(OPERATIONS, labels) - before.sum(OPERATIONS, labels);
    }
}
