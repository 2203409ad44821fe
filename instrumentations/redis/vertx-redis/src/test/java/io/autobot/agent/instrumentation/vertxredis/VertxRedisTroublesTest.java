package io.autobot.agent.instrumentation.vertxredis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
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

/** Commands whose server goes are errors, each once, and those after its return count as before. */
@ExtendWith(RedisServers.class)
class VertxRedisTroublesTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new VertxRedisInstrumentation());

    private double openAfterReturn;

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.vertxredis.VertxRedisReleases#served")
    void nothingIsLostOrDoubled(String release, RedisProcess server) {
        assertThat(run(release, server)).containsExactly("answered 2", "failed 10");

        Scrape scrape = agent.scrape();
        assertThat(scrape.value(OPERATIONS, "operation", "exists", "status", "success"))
                .isEqualTo(2);
        assertThat(scrape.value(OPERATIONS, "operation", "exists", "status", "error"))
                .isEqualTo(10);
        assertThat(openAfterReturn).as("connections open").isEqualTo(1);
        assertThat(scrape.sum("autobot_redis_connections_active")).as("closed").isZero();
    }

    @SuppressWarnings("unchecked")
    private List<String> run(String release, RedisProcess server) {
        try (LibraryLoader vertx =
                LibraryLoader.of(VertxRedisReleases.files(release), name -> false, VertxRedisTroubles.class)) {
            return vertx.within(() -> ((BiFunction<Map<String, String>, Consumer<String>, List<String>>)
                            vertx.loadClass(VertxRedisTroubles.class.getName())
                                    .getConstructor()
                                    .newInstance())
                    .apply(
                            Map.of("host", server.host(), "port", Integer.toString(server.port())),
                            name -> at(name, server)));
        }
    }

    private void at(String checkpoint, RedisProcess server) {
        switch (checkpoint) {
            case "pause" -> server.pause();
            case "kill" -> server.kill();
            case "restart" -> server.restart();
            default -> openAfterReturn = agent.scrape().sum("autobot_redis_connections_active");
        }
    }
}
