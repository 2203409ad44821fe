package io.autobot.agent.instrumentation.jedis;

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
class JedisInstrumentationTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new JedisInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.jedis.JedisReleases#all")
    void countsAsTheServerDoes(String release, RedisProcess server) throws Exception {
        JedisSession.run(release, server);

        Scrape scrape = agent.scrape();
        for (String command : new String[] {"set", "get", "hget", "rename", "incr", "multi", "exec"}) {
            assertThat(scrape.sum(OPERATIONS, "operation", command))
                    .as(command)
                    .isEqualTo(server.commandStats().calls(command));
        }
        assertThat(scrape.value(OPERATIONS, "operation", "get", "status", "hit"))
                .isEqualTo(1);
        assertThat(scrape.value(OPERATIONS, "operation", "get", "status", "miss"))
                .isEqualTo(1);
        assertThat(scrape.value(OPERATIONS, "operation", "get", "status", "success"))
                .isEqualTo(1);
        assertThat(scrape.value(OPERATIONS, "operation", "hget", "status", "error"))
                .isEqualTo(1);
        assertThat(scrape.find(OPERATIONS, "operation", "ping")).isEmpty();
    }
}
