package io.autobot.agent.instrumentation.vertxredis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.RedisCluster;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a cluster's client fails at when all nodes are gone, each request is one error. */
@ExtendWith(RedisServers.class)
class VertxRedisLostClusterTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new VertxRedisInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.vertxredis.VertxRedisReleases#clustered")
    void isOneErrorForEachRequest(String release, RedisCluster cluster) {
        assertThat(run(release, cluster)).containsExactly("answered 2", "failed 80");

        Scrape scrape = agent.scrape();
        assertThat(scrape.value(OPERATIONS, "operation", "get", "database", "main", "status", "miss"))
                .isEqualTo(2);
        assertThat(scrape.value(OPERATIONS, "operation", "get", "database", "main", "status", "error"))
                .isEqualTo(80);
        assertThat(scrape.sum(OPERATIONS)).as("nothing else").isEqualTo(82);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(String release, RedisCluster cluster) {
        try (LibraryLoader vertx =
                LibraryLoader.of(VertxRedisReleases.files(release), name -> false, VertxRedisLostCluster.class)) {
            return vertx.within(() -> ((BiFunction<Map<String, String>, Consumer<String>, List<String>>)
                            vertx.loadClass(VertxRedisLostCluster.class.getName())
                                    .getConstructor()
                                    .newInstance())
                    .apply(
                            Map.of("node", cluster.masters().get(0).address()),
                            name -> cluster.masters().forEach(RedisProcess::kill)));
        }
    }
}
