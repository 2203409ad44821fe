package io.autobot.agent.instrumentation.vertxredis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisSentinel;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.RedisRole;
import io.vertx.redis.client.Request;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A master found through sentinels, with replicas: only what the application asked for counts. */
@ExtendWith(RedisServers.class)
class VertxRedisSentinelTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";
    private static final int ROUNDS = 20;

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new VertxRedisInstrumentation());

    /** Sets and reads through the sentinel at the given port; the master's name comes in place of a host. */
    public static final class Session implements BiConsumer<String, Integer> {
        @Override
        public void accept(String master, Integer sentinel) {
            Vertx vertx = Vertx.vertx();
            Redis redis = Redis.createClient(
                    vertx,
                    new RedisOptions()
                            .setType(RedisClientType.SENTINEL)
                            .setMasterName(master)
                            .setRole(RedisRole.MASTER)
                            .addConnectionString("redis://127.0.0.1:" + sentinel + "/1"));
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    await(redis.send(Request.cmd(Command.SET).arg("key" + i).arg("value")));
                    await(redis.send(Request.cmd(Command.GET).arg("never" + i)));
                }
            } finally {
                await(vertx.close());
            }
        }

        private static <T> void await(Future<T> future) {
            future.toCompletionStage().toCompletableFuture().join();
        }
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.vertxredis.VertxRedisReleases#newest")
    @SuppressWarnings("unchecked")
    void onlyTheApplicationCounts(String release, RedisSentinel sentinel) {
        RedisProcess watcher = sentinel.sentinels().get(0);
        try (LibraryLoader vertx = LibraryLoader.of(VertxRedisReleases.files(release), name -> false, Session.class)) {
            vertx.within(() -> {
                ((BiConsumer<String, Integer>) vertx.loadClass(Session.class.getName())
                                .getConstructor()
                                .newInstance())
                        .accept(sentinel.masterName(), watcher.port());
                return null;
            });
        }
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum(OPERATIONS, "operation", "set", "database", "db1", "status", "success"))
                .isEqualTo(ROUNDS);
        assertThat(scrape.sum(OPERATIONS, "operation", "get", "database", "db1", "status", "miss"))
                .isEqualTo(ROUNDS);
        assertThat(scrape.sum(OPERATIONS)).as("nothing else").isEqualTo(2 * ROUNDS);
        assertThat(scrape.value("autobot_redis_pool_wait_seconds_count", "database", "db1"))
                .as("for each use of a connection")
                .isEqualTo(2 * ROUNDS);
        assertThat(scrape.find("autobot_redis_pool_wait_seconds_count", "database", "main"))
                .as("those to sentinels are Vert.x' own")
                .isEmpty();
        assertThat(scrape.sum("autobot_redis_connections_active")).as("closed").isZero();
    }
}
