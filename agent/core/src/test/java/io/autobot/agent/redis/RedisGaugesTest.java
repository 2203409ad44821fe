package io.autobot.agent.redis;

import static io.autobot.agent.redis.RedisFixture.GET;
import static io.autobot.agent.redis.RedisFixture.MILLISECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.autobot.agent.metrics.Exposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RedisGaugesTest {
    private final RedisFixture redis = new RedisFixture();

    record Pool(String database, int active, int idle, int waiting, int max, boolean closed) implements RedisPoolView {
        /** For tests in which the pool must outlive the scrape. */
        static final Pool KEPT = new Pool("main", 3, 2, 1, 8, false);
    }

    record Connection(String database, boolean open, boolean pooled) implements RedisConnectionView {}

    static RedisServerSample server(String address, String runId, long memory) {
        return new RedisServerSample(address, runId, "8.0.1", "standalone", true, memory, Map.of(0, 7L));
    }

    /** The server was asked, and this JVM uses these databases of it. */
    private void server(
            String address, String runId, boolean master, Map<Integer, Long> keys, Map<Integer, String> aliases) {
        aliases.forEach((index, alias) -> redis.servers.uses(address, index, alias));
        redis.servers.update(new RedisServerSample(address, runId, "8.0.1", "cluster", master, 100, keys));
    }

    @Test
    void poolAndLooseConnectionsAddUp() {
        List<Object> kept = List.of(
                new Pool("main", 3, 2, 1, 8, false),
                new Pool("main", 1, 4, 0, 8, false),
                new Pool("db1", 5, 0, 0, -1, false),
                new Pool("db1", 1, 0, 0, 2, false),
                new Pool("gone", 1, 1, 1, 1, true));
        kept.forEach(pool -> redis.metrics.register((RedisPoolView) pool));
        List<Connection> connections = List.of(
                new Connection("main", true, false),
                new Connection("main", true, true),
                new Connection("main", false, false),
                new Connection("direct", true, false));
        connections.forEach(redis.metrics::register);

        Exposition page = redis.scrape();

        assertThat(page.samples())
                .contains(
                        entry("autobot_redis_connections_active{database=\"main\"}", 5.0),
                        entry("autobot_redis_connections_active{database=\"db1\"}", 6.0),
                        entry("autobot_redis_connections_active{database=\"direct\"}", 1.0),
                        entry("autobot_redis_pool_size{database=\"main\"}", 10.0),
                        entry("autobot_redis_pool_available{database=\"main\"}", 6.0),
                        entry("autobot_redis_pool_connections{database=\"main\",state=\"active\"}", 4.0),
                        entry("autobot_redis_pool_connections{database=\"main\",state=\"idle\"}", 6.0),
                        entry("autobot_redis_pool_connections{database=\"main\",state=\"waiting\"}", 1.0),
                        entry("autobot_redis_pool_connections{database=\"main\",state=\"max\"}", 16.0),
                        entry("autobot_redis_pool_saturation_ratio{database=\"main\"}", 0.25),
                        entry("autobot_redis_pool_connections{database=\"db1\",state=\"active\"}", 6.0));
        assertThat(page.samples())
                .doesNotContainKeys(
                        "autobot_redis_pool_connections{database=\"db1\",state=\"max\"}",
                        "autobot_redis_pool_saturation_ratio{database=\"db1\"}",
                        "autobot_redis_pool_size{database=\"direct\"}",
                        "autobot_redis_pool_size{database=\"gone\"}");
        assertThat(kept).hasSize(5);
        assertThat(connections).hasSize(4);
    }

    @Test
    void databaseWhoseConnectionsAreAllClosedShowsNone() {
        redis.metrics.database("main").operation(GET).hit(MILLISECOND);

        assertThat(redis.scrape().value("autobot_redis_connections_active{database=\"main\"}"))
                .isZero();
    }

    @Test
    void poolThatThrowsIsLeftOutAlone() {
        RedisPoolView hostile = new RedisPoolView() {
            @Override
            public String database() {
                return "main";
            }

            @Override
            public int active() {
                throw new IllegalStateException("destroyed");
            }

            @Override
            public int idle() {
                return 1;
            }

            @Override
            public int waiting() {
                return 1;
            }

            @Override
            public int max() {
                return 1;
            }

            @Override
            public boolean closed() {
                return false;
            }
        };
        redis.metrics.register(hostile);
        redis.metrics.register(Pool.KEPT);

        assertThat(redis.scrape().value("autobot_redis_pool_size{database=\"main\"}"))
                .isEqualTo(5);
        assertThat(hostile.idle()).isEqualTo(1);
    }

    @Test
    void registeringTwiceCountsOnce() {
        redis.metrics.register(Pool.KEPT);
        redis.metrics.register(Pool.KEPT);

        assertThat(redis.scrape().value("autobot_redis_pool_size{database=\"main\"}"))
                .isEqualTo(5);
    }

    @Test
    void droppedPoolsAndConnectionsLeaveNothingBehind() {
        for (int i = 0; i < 10_000; i++) {
            redis.metrics.register(new Pool("main", i, 0, 0, 8, false));
            redis.metrics.register(new Connection("main", true, false));
        }
        Awaitility.await().untilAsserted(() -> {
            System.gc();
            redis.scrape();
            assertThat(redis.metrics.pools().size()).isZero();
            assertThat(redis.metrics.connections().size()).isZero();
        });
    }

    @Test
    void closedOnesAreForgottenAtTheNextScrapeThoughTheApplicationKeepsThem() {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Connection connection = new Connection("main", false, false);
            Pool pool = new Pool("main", 1, 1, 1, 1, true);
            kept.add(connection);
            kept.add(pool);
            redis.metrics.register(connection);
            redis.metrics.register(pool);
        }
        redis.scrape();

        assertThat(redis.metrics.connections().size()).isZero();
        assertThat(redis.metrics.pools().size()).isZero();
        assertThat(kept).hasSize(20_000);
    }

    @Test
    void memoryCountsOncePerServerUnderItsLowestIndexAndKeysPerIndex() {
        server("a:1", "r1", true, Map.of(0, 10L, 3, 30L, 9, 90L), Map.of(3, "db3", 1, "db1"));
        server("b:1", "r2", true, Map.of(1, 5L), Map.of(1, "db1"));

        assertThat(redis.scrape().startingWith("autobot_redis_memory_used_bytes"))
                .containsOnly(entry("autobot_redis_memory_used_bytes{database=\"db1\"}", 200.0));
        assertThat(redis.scrape().startingWith("autobot_redis_keys_total"))
                .containsOnly(
                        entry("autobot_redis_keys_total{database=\"db1\"}", 5.0),
                        entry("autobot_redis_keys_total{database=\"db3\"}", 30.0));
    }

    @Test
    void replicaHasMemoryButNoKeysOfItsOwn() {
        server("a:1", "r1", true, Map.of(0, 10L), Map.of(0, "main"));
        server("a:2", "r2", false, Map.of(0, 10L), Map.of(0, "main"));

        assertThat(redis.scrape().samples())
                .contains(
                        entry("autobot_redis_memory_used_bytes{database=\"main\"}", 200.0),
                        entry("autobot_redis_keys_total{database=\"main\"}", 10.0));
    }

    @Test
    void serverUnderTwoAddressesIsOne() {
        server("localhost:6379", "r1", true, Map.of(0, 1L, 2, 4L), Map.of(2, "db2"));
        server("127.0.0.1:6379", "r1", true, Map.of(0, 1L, 2, 4L), Map.of(0, "main", 2, "db2"));

        assertThat(redis.scrape().samples())
                .contains(
                        entry("autobot_redis_memory_used_bytes{database=\"main\"}", 100.0),
                        entry("autobot_redis_keys_total{database=\"db2\"}", 4.0),
                        entry("autobot_redis_server_info{database=\"main\",mode=\"cluster\",version=\"8.0.1\"}", 1.0));
        assertThat(redis.scrape().startingWith("autobot_redis_memory_used_bytes"))
                .hasSize(1);
    }

    @Test
    void figuresOfASilentServerGoAbsent() {
        redis.servers.uses("a:1", 0, "main");
        redis.servers.uses("b:1", 0, "main");
        redis.servers.update(server("a:1", "r1", 100));
        redis.servers.update(server("b:1", "r2", 50));
        redis.servers.lost("b:1");
        assertThat(redis.scrape().value("autobot_redis_memory_used_bytes{database=\"main\"}"))
                .isEqualTo(100);

        redis.now += 91 * RedisFixture.SECOND;

        assertThat(redis.scrape().startingWith("autobot_redis_memory_used_bytes"))
                .isEmpty();
        assertThat(redis.scrape().startingWith("autobot_redis_keys_total")).isEmpty();
        assertThat(redis.scrape().startingWith("autobot_redis_server_info")).isEmpty();
    }

    @Test
    void whatAServerDoesNotSayIsAbsentOrUnknown() {
        redis.servers.uses("a:1", 0, "main");
        redis.servers.update(new RedisServerSample("a:1", "", "", "something", true, -1, null));
        Exposition page = redis.scrape();

        assertThat(page.startingWith("autobot_redis_memory_used_bytes")).isEmpty();
        assertThat(page.startingWith("autobot_redis_keys_total")).isEmpty();
        assertThat(page.value("autobot_redis_server_info{database=\"main\",mode=\"unknown\",version=\"unknown\"}"))
                .isEqualTo(1);
    }
}
