package io.autobot.agent.instrumentation.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisSentinel;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** A master found through sentinels, with replicas that serve reads: only what the application asked for counts. */
@ExtendWith(RedisServers.class)
class RedissonSentinelTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";
    private static final int ROUNDS = 20;

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new RedissonInstrumentation());

    /** Sets and reads through the sentinel at the given port; the master's name comes in place of a host. */
    public static final class Session implements BiConsumer<String, Integer> {
        @Override
        public void accept(String master, Integer sentinel) {
            Config config = new Config();
            config.setCodec(StringCodec.INSTANCE);
            config.useSentinelServers()
                    .setMasterName(master)
                    .setCheckSentinelsList(false)
                    .addSentinelAddress("redis://127.0.0.1:" + sentinel)
                    .setDatabase(1)
                    .setMasterConnectionMinimumIdleSize(1)
                    .setSlaveConnectionMinimumIdleSize(1);
            RedissonClient redisson = Redisson.create(config);
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    redisson.getBucket("key" + i).set("value");
                    redisson.getBucket("never" + i).get();
                }
            } finally {
                redisson.shutdown(0, 10, TimeUnit.SECONDS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.redisson.RedissonReleases#newest")
    @SuppressWarnings("unchecked")
    void onlyTheApplicationCounts(String release, RedisSentinel sentinel) {
        RedisProcess watcher = sentinel.sentinels().get(0);
        try (LibraryLoader redisson = LibraryLoader.of(RedissonReleases.files(release), name -> false, Session.class)) {
            redisson.within(() -> {
                ((BiConsumer<String, Integer>) redisson.loadClass(Session.class.getName())
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
        assertThat(scrape.find("autobot_redis_pool_size")).as("closed").isEmpty();
    }
}
