package io.autobot.agent.instrumentation.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the server counts, in a JVM without the jar. */
@ExtendWith(RedisServers.class)
class RedissonInstrumentationTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new RedissonInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.redisson.RedissonReleases#served")
    void countsAsTheServerDoes(String release, RedisProcess server) {
        RedissonSession.connect(release, server);
        CommandStats ofTheClient = server.commandStats();
        server.resetStats();
        RedissonSession.run(release, server);

        Scrape scrape = agent.scrape();
        CommandStats stats = server.commandStats().minus(ofTheClient);
        for (String command : new String[] {
            "set", "get", "hget", "incr", "multi", "exec", "eval", "subscribe", "unsubscribe", "incrby"
        }) {
            assertThat(scrape.sum(OPERATIONS, "operation", command)).as(command).isEqualTo(stats.attempts(command));
        }
        assertThat(get(scrape, "hit")).isEqualTo(1);
        assertThat(get(scrape, "miss")).isEqualTo(3);
        assertThat(get(scrape, "success")).as("within transactions").isEqualTo(2);
        assertThat(scrape.value(OPERATIONS, "operation", "hget", "status", "error"))
                .isEqualTo(1);
        assertThat(scrape.value(OPERATIONS, "operation", "hget", "status", "miss"))
                .isEqualTo(1);
        assertThat(scrape.value("autobot_redis_pubsub_messages_total", "direction", "published"))
                .isEqualTo(1);
        assertThat(scrape.sum("autobot_redis_pubsub_messages_total", "direction", "received"))
                .isGreaterThanOrEqualTo(1);
        assertThat(scrape.find(OPERATIONS, "operation", "ping")).isEmpty();
        assertThat(scrape.find("autobot_redis_pool_size")).as("closed").isEmpty();
    }

    private static double get(Scrape scrape, String status) {
        return scrape.sum(OPERATIONS, "operation", "get", "status", status);
    }
}
