package io.autobot.agent.instrumentation.vertxredis;

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
class VertxRedisInstrumentationTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new VertxRedisInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.vertxredis.VertxRedisReleases#served")
    void countsAsTheServerDoes(String release, RedisProcess server) {
        VertxRedisSession.run(release, server);

        Scrape scrape = agent.scrape();
        CommandStats stats = server.commandStats();
        for (String command : new String[] {
            "set", "get", "hget", "incr", "multi", "exec", "eval", "blpop", "subscribe", "publish", "config_get"
        }) {
            assertThat(scrape.sum(OPERATIONS, "operation", command)).as(command).isEqualTo(stats.attempts(command));
        }
        assertThat(get(scrape, "main", "hit")).isEqualTo(1);
        assertThat(get(scrape, "main", "miss")).isEqualTo(2);
        assertThat(get(scrape, "db2", "success")).as("within a transaction").isEqualTo(1);
        assertThat(scrape.value(OPERATIONS, "operation", "hget", "status", "error"))
                .isEqualTo(2);
        assertThat(scrape.value(OPERATIONS, "operation", "blpop", "database", "db2", "status", "success"))
                .isEqualTo(1);
        assertThat(scrape.value(OPERATIONS, "operation", "set", "database", "db3", "status", "success"))
                .isEqualTo(1);
        // Its own: the one of the handshake is not the application's.
        assertThat(scrape.sum(OPERATIONS, "operation", "select")).isEqualTo(1);
        for (String own : new String[] {"hello", "ping", "auth"}) {
            assertThat(scrape.find(OPERATIONS, "operation", own)).as(own).isEmpty();
        }
        assertThat(scrape.sum("autobot_redis_pubsub_messages_total", "direction", "published"))
                .isEqualTo(2);
        assertThat(scrape.sum("autobot_redis_pubsub_messages_total", "direction", "received"))
                .isEqualTo(2);
        assertThat(scrape.sum("autobot_redis_connections_active")).as("closed").isZero();
    }

    private static double get(Scrape scrape, String database, String status) {
        return scrape.sum(OPERATIONS, "operation", "get", "database", database, "status", status);
    }
}
