package io.autobot.agent.instrumentation.vertxredis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** A request that found no connection is one error, whatever stood in its way; and what a pool looks like meanwhile. */
@ExtendWith(RedisServers.class)
class VertxRedisRefusalsTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";
    private static final String POOL = "autobot_redis_pool_connections";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new VertxRedisInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.vertxredis.VertxRedisReleases#served")
    void isOneErrorEach(String release, RedisProcess server) {
        assertThat(run(release, server)).containsExactly("get", "incr", "hlen", "strlen", "getrange");

        Scrape scrape = agent.scrape();
        assertErrors(scrape, "get", "db4", 1);
        assertErrors(scrape, "incr", "db4", 2);
        assertErrors(scrape, "hlen", "main", 1);
        assertErrors(scrape, "strlen", "db5", 1);
        assertErrors(scrape, "getrange", "main", 1);
        assertThat(scrape.sum(OPERATIONS)).as("nothing twice").isEqualTo(6 + 3);
        assertThat(scrape.sum("autobot_timeout_total", "operation_type", "redis_connect", "status", "connect_timeout"))
                .isEqualTo(1);
        assertThat(scrape.sum("autobot_timeout_total", "operation_type", "redis_pool", "status", "pool_timeout"))
                .isEqualTo(1);
        assertThat(scrape.value("autobot_redis_pool_wait_seconds_count", "database", "db5"))
                .as("for each use of a connection")
                .isEqualTo(3);
        assertThat(scrape.find("autobot_redis_pool_size")).as("all are closed").isEmpty();
    }

    private static void assertErrors(Scrape scrape, String operation, String database, int count) {
        assertThat(scrape.value(OPERATIONS, "operation", operation, "database", database, "status", "error"))
                .as(operation)
                .isEqualTo(count);
    }

    private void at(String checkpoint, RedisProcess server) {
        switch (checkpoint) {
            case "lent", "lent again" -> assertPool(2, 0, 0);
            case "waiting" -> assertPool(2, 0, 1);
            case "returned" -> assertPool(0, 2, 0);
            case "cut" -> server.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            default -> throw new IllegalStateException(checkpoint);
        }
    }

    private void assertPool(int active, int idle, int waiting) {
        // The client is a moment ahead of its pool.
        await().until(() -> agent.scrape().value(POOL, "state", "active", "database", "db5") == active);
        Scrape scrape = agent.scrape();
        assertThat(scrape.value(POOL, "state", "idle", "database", "db5")).isEqualTo(idle);
        assertThat(scrape.value(POOL, "state", "waiting", "database", "db5")).isEqualTo(waiting);
        assertThat(scrape.value(POOL, "state", "max", "database", "db5")).isEqualTo(2);
        assertThat(scrape.value("autobot_redis_pool_size", "database", "db5")).isEqualTo(2);
        assertThat(scrape.value("autobot_redis_pool_available", "database", "db5"))
                .isEqualTo(idle);
        assertThat(scrape.value("autobot_redis_pool_saturation_ratio", "database", "db5"))
                .isEqualTo(active / 2.0);
        assertThat(scrape.value("autobot_redis_connections_active", "database", "db5"))
                .isEqualTo(active);
    }

    @SuppressWarnings("unchecked")
    private List<String> run(String release, RedisProcess server) {
        try (LibraryLoader vertx =
                LibraryLoader.of(VertxRedisReleases.files(release), name -> false, VertxRedisRefusals.class)) {
            return vertx.within(() -> ((BiFunction<Map<String, String>, Consumer<String>, List<String>>)
                            vertx.loadClass(VertxRedisRefusals.class.getName())
                                    .getConstructor()
                                    .newInstance())
                    .apply(
                            Map.of("host", server.host(), "port", Integer.toString(server.port())),
                            name -> at(name, server)));
        }
    }
}
