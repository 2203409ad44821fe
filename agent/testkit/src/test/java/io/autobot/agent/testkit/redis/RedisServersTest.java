package io.autobot.agent.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.testkit.redis.CommandStats.Counts;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServers.class)
class RedisServersTest {
    @Test
    void theServersCountsAreThoseOfTheTestAlone(RedisProcess server) {
        try (RedisWire wire = server.connect()) {
            wire.call("SET", "k", "v");
            assertThat(wire.call("GET", "k")).isEqualTo("v");
            assertThat(wire.call("GET", "absent")).isNull();
            assertThat(wire.call("INCR", "n")).isEqualTo(1L);
            assertThatThrownBy(() -> wire.call("INCR", "k")).isInstanceOf(RedisWire.ErrorReply.class);
            assertThatThrownBy(() -> wire.call("GET")).hasMessageContaining("wrong number of arguments");
        }
        assertThat(server.commandStats().byName()).containsOnlyKeys("get", "incr", "set");
        assertThat(server.commandStats().byName()).containsOnlyKeys("get", "incr", "set");
        assertThat(server.commandStats().calls("get")).isEqualTo(2);
        if (server.isAtLeast(6, 2)) {
            assertThat(server.commandStats().of("get")).isEqualTo(new Counts(2, 1, 0));
            assertThat(server.commandStats().of("incr")).isEqualTo(new Counts(2, 0, 1));
        }
        server.resetStats();
        assertThat(server.commandStats().byName()).isEmpty();
    }

    @Test
    void aRestartedServerIsEmptyAndOnTheSamePort(RedisProcess server) {
        int port = server.port();
        server.call("SET", "k", "v");
        RedisWire before = server.connect();
        server.restart();
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.call("GET", "k")).isNull();
        assertThatThrownBy(() -> before.call("PING")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aPausedServerAnswersOnlyOnceItGoesOn(RedisProcess server) throws Exception {
        try (RedisWire wire = server.connect()) {
            server.pause();
            CompletableFuture<Object> reply = CompletableFuture.supplyAsync(() -> wire.call("PING"));
            assertThat(server.isAlive()).isTrue();
            assertThat(reply).isNotDone();
            server.resume();
            assertThat(reply.get(20, TimeUnit.SECONDS)).isEqualTo("PONG");
        }
    }

    @Test
    void aKilledServerRefusesConnections(RedisProcess server) {
        server.kill();
        assertThat(server.isAlive()).isFalse();
        assertThatThrownBy(server::connect).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void configurationLinesHold(RedisServers redis) {
        RedisProcess server = redis.standalone("requirepass secret", "user alice on >pw ~* +@all", "databases 3");
        try (RedisWire stranger = new RedisWire(server.host(), server.port())) {
            assertThatThrownBy(() -> stranger.call("GET", "k")).hasMessageContaining("NOAUTH");
            assertThat(stranger.call("AUTH", "alice", "pw")).isEqualTo("OK");
            assertThatThrownBy(() -> stranger.call("SELECT", "3")).hasMessageContaining("out of range");
        }
        server.resetStats();
        assertThat(server.commandStats().byName()).isEmpty();
    }

    @Test
    void aConfigurationThatRedisRefusesIsStated(RedisServers redis) {
        assertThatThrownBy(() -> redis.standalone("no-such-setting 1")).hasMessageContaining("no-such-setting");
    }

    @Test
    void aClusterServesEverySlot(RedisServers redis) {
        RedisCluster cluster = redis.cluster(3);
        assertThat(cluster.masters()).hasSize(3);
        for (int i = 0; i < 20; i++) {
            try (RedisWire wire = cluster.masterOf("key" + i).connect()) {
                assertThat(wire.call("SET", "key" + i, "v")).isEqualTo("OK");
            }
        }
        assertThat(cluster.commandStats().calls("set")).isEqualTo(20);
        cluster.resetStats();
        assertThat(cluster.commandStats().byName()).isEmpty();
    }

    @Test
    void aClusterMayHaveReplicas(RedisServers redis) {
        RedisCluster cluster = redis.cluster(2, 1);
        assertThat(cluster.replicas())
                .hasSize(2)
                .allSatisfy(replica ->
                        assertThat((String) replica.call("INFO", "replication")).contains("role:slave"));
    }

    @Test
    void afterAFailoverTheSentinelsNameAnotherMaster(RedisServers redis) {
        RedisSentinel group = redis.sentinel(1, 1);
        RedisProcess before = group.master();
        RedisProcess after = group.failover();
        assertThat(after).isNotSameAs(before).isSameAs(group.master());
        assertThat(after.call("SET", "k", "v")).isEqualTo("OK");
        assertThat(group.replicas()).containsExactly(before);
    }

    @Test
    void theEmbeddedExecutableServesWhereNoneIsInstalled() {
        RedisLauncher embedded = EmbeddedRedis.find().orElseThrow();
        try (RedisProcess server = RedisProcess.start(embedded, false, List.of())) {
            assertThat(server.version()).startsWith("6.2.");
            server.call("CONFIG", "GET", "port");
            assertThat(server.commandStats().byName()).containsOnlyKeys("config");
        }
    }
}
