package io.autobot.agent.instrumentation.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.redis.RedisTls;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** Encrypted connections are connections like all others. */
class RedissonTlsTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new RedissonInstrumentation());

    @TempDir
    Path temp;

    /** Works against the port, whose certificate is in the store. */
    public static final class Session implements BiConsumer<Path, Integer> {
        @Override
        public void accept(Path store, Integer port) {
            Config config = new Config();
            config.setCodec(StringCodec.INSTANCE);
            try {
                config.useSingleServer()
                        .setAddress("rediss://127.0.0.1:" + port)
                        .setSslTruststore(store.toUri().toURL())
                        .setSslTruststorePassword(RedisTls.password())
                        .setConnectionMinimumIdleSize(1)
                        .setConnectionPoolSize(3);
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
            RedissonClient redisson = Redisson.create(config);
            try {
                redisson.getBucket("key").set("value");
                redisson.getBucket("key").get();
                redisson.getBucket("missing").get();
            } finally {
                redisson.shutdown(0, 10, TimeUnit.SECONDS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.redisson.RedissonReleases#newest")
    @SuppressWarnings("unchecked")
    void countAsAllOthers(String release) throws IOException {
        RedisTls redis = RedisTls.start(REDIS, temp);
        try (LibraryLoader redisson = LibraryLoader.of(
                RedissonReleases.files(release), name -> name.equals(RedisTls.class.getName()), Session.class)) {
            redisson.within(() -> {
                ((BiConsumer<Path, Integer>) redisson.loadClass(Session.class.getName())
                                .getConstructor()
                                .newInstance())
                        .accept(redis.store(), redis.port());
                return null;
            });
        }

        Scrape scrape = agent.scrape();
        assertThat(scrape.value(OPERATIONS, "operation", "set", "database", "main", "status", "success"))
                .isEqualTo(redis.server().commandStats().attempts("set"))
                .isEqualTo(1);
        assertThat(scrape.value(OPERATIONS, "operation", "get", "database", "main", "status", "hit"))
                .isEqualTo(1);
        assertThat(scrape.value(OPERATIONS, "operation", "get", "database", "main", "status", "miss"))
                .isEqualTo(1);
        assertThat(scrape.sum(OPERATIONS)).as("nothing else").isEqualTo(3);
        assertThat(scrape.find("autobot_redis_pool_size")).as("closed").isEmpty();
    }
}
