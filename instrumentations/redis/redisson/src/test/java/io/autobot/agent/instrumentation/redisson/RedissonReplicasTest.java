package io.autobot.agent.instrumentation.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisSentinel;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.MasterSlaveServersConfig;
import org.redisson.config.ReplicatedServersConfig;
import org.redisson.config.SentinelServersConfig;

/** A master with replicas that serve reads, found in each way there is: only what the application asked for counts. */
@ExtendWith(RedisServers.class)
class RedissonReplicasTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";
    private static final int ROUNDS = 20;

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new RedissonInstrumentation());

    /** Sets and reads; told how to find the servers, and where to ask. */
    public static final class Session implements BiConsumer<String, List<String>> {
        @Override
        public void accept(String kind, List<String> where) {
            Config config = new Config();
            config.setCodec(StringCodec.INSTANCE);
            servers(kind, where, config).setMasterConnectionMinimumIdleSize(1).setSlaveConnectionMinimumIdleSize(1);
            RedissonClient redisson = Redisson.create(config);
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    redisson.getBucket("key" + i).set("value");
                    redisson.getMap("never").get("field" + i);
                }
            } finally {
                redisson.shutdown(0, 10, TimeUnit.SECONDS);
            }
        }

        private static BaseMasterSlaveServersConfig<?> servers(String kind, List<String> where, Config config) {
            switch (kind) {
                case "sentinel":
                    SentinelServersConfig sentinels = config.useSentinelServers()
                            .setMasterName(where.get(0))
                            .setCheckSentinelsList(false);
                    sentinels.addSentinelAddress(where.get(1));
                    sentinels.setDatabase(1);
                    return sentinels;
                case "replicated":
                    ReplicatedServersConfig replicated = config.useReplicatedServers();
                    where.forEach(replicated::addNodeAddress);
                    replicated.setDatabase(1);
                    return replicated;
                default:
                    MasterSlaveServersConfig servers =
                            config.useMasterSlaveServers().setMasterAddress(where.get(0));
                    servers.addSlaveAddress(where.get(1));
                    servers.setDatabase(1);
                    return servers;
            }
        }
    }

    static List<Arguments> kinds() {
        return RedissonReleases.newest().stream()
                .flatMap(release ->
                        Stream.of("sentinel", "replicated", "masterSlave").map(kind -> Arguments.of(kind, release)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @SuppressWarnings("unchecked")
    void onlyTheApplicationCounts(String kind, String release, RedisServers servers) {
        RedisSentinel group = servers.sentinel(1, 1);
        List<RedisProcess> data = List.of(group.master(), group.replicas().get(0));
        List<String> where = kind.equals("sentinel")
                ? List.of(group.masterName(), url(group.sentinels().get(0)))
                : data.stream().map(RedissonReplicasTest::url).toList();
        data.forEach(RedisProcess::resetStats);
        try (LibraryLoader redisson = LibraryLoader.of(RedissonReleases.files(release), name -> false, Session.class)) {
            redisson.within(() -> {
                ((BiConsumer<String, List<String>>) redisson.loadClass(Session.class.getName())
                                .getConstructor()
                                .newInstance())
                        .accept(kind, where);
                return null;
            });
        }
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum(OPERATIONS, "operation", "set", "database", "db1", "status", "success"))
                .isEqualTo(ROUNDS);
        assertThat(scrape.sum(OPERATIONS, "operation", "hget", "database", "db1", "status", "miss"))
                .isEqualTo(ROUNDS);
        assertThat(scrape.sum(OPERATIONS)).as("nothing else").isEqualTo(2 * ROUNDS);
        assertThat(data.stream()
                        .mapToLong(server -> server.commandStats().attempts("hget"))
                        .sum())
                .as("as the servers counted it")
                .isEqualTo(ROUNDS);
        assertThat(scrape.find("autobot_redis_pool_size")).as("closed").isEmpty();
    }

    private static String url(RedisProcess server) {
        return "redis://" + server.address();
    }
}
