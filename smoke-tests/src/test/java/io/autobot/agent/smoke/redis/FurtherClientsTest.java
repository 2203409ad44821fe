package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisCluster;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Redisson and Vert.x under the finished jar, on one server and on a cluster: what the agent counts is what the program
 * did and what the servers counted. About 10 s for each version.
 */
class FurtherClientsTest {
    /** A key nobody stores before its slot travels. */
    private static final String TRAVELS = "travels";

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    private RedisProcess server;
    private RedisCluster cluster;
    private CommandStats served;

    static List<Matrix.Row> redisson() {
        return Matrix.rows("3.17.0", "4.7.0");
    }

    static List<Matrix.Row> vertx() {
        return Matrix.rows("4.0.0", "5.1.1");
    }

    @ParameterizedTest
    @MethodSource("redisson")
    void redissonAgreesWithServerAndProgram(Matrix.Row row) throws IOException {
        ProgramJvm agent = start(row);
        agree(agent, row, "redisson/plain", "org.redisson:redisson:" + row.version());
    }

    @ParameterizedTest
    @MethodSource("vertx")
    void vertxAgreesWithServerAndProgram(Matrix.Row row) throws IOException {
        ProgramJvm agent = start(row);
        agree(agent, row, "vertx", "io.vertx:vertx-redis-client:" + row.version());
    }

    private ProgramJvm start(Matrix.Row row) throws IOException {
        server = REDIS.standalone();
        cluster = REDIS.cluster(3);
        Path yaml = Files.writeString(temp.resolve("agent.yaml"), "redis:\n  server-stats:\n    interval: 1s\n");
        return ProgramJvm.withAgent(jvms, row.jdk(), "port=0,config=" + yaml);
    }

    private void agree(ProgramJvm agent, Matrix.Row row, String program, String library) throws IOException {
        List<File> classPath =
                Programs.compile(List.of(library), Files.createDirectory(temp.resolve("classes")), "further", program);
        Scrape before = agent.scrape();
        Map<String, String> settings = Map.of(
                "server", server.address(), "node", cluster.masters().get(0).address(), "travels", key());
        Ledger ledger = agent.run("program.ClientProgram", classPath, settings, name -> reached(name, agent));
        Scrape after = agent.scrape();

        RedisCounts counts = new RedisCounts(before, after);
        Map<String, Long> said = new TreeMap<>();
        ledger.of("op").forEach((words, count) -> said.put(words.substring(2), count));
        assertThat(counts.of("autobot_redis_operations_total", "operation", "status"))
                .as(program + " " + row.version())
                .isEqualTo(said);
        Map<String, Long> redirected = ledger.of("redirected");
        for (String operation : List.of("set", "hget")) {
            assertThat(counts.operations().get(operation) + redirected.getOrDefault(operation, 0L))
                    .as(operation + " as the servers counted it")
                    .isEqualTo(served.attempts(operation));
        }
        assertThat(after.find("autobot_agent_errors_total")).isNotEmpty();
        assertThat(after.sum("autobot_agent_errors_total")).isZero();
        assertThat(after.sum("autobot_redis_connections_active")).isZero();
        assertThat(after.find("autobot_redis_pool_size"))
                .as("all clients are closed")
                .isEmpty();
    }

    private void reached(String checkpoint, ProgramJvm agent) {
        RedisProcess from = cluster.masters().get(0);
        RedisProcess to = cluster.masters().get(1);
        String slot = from.call("CLUSTER", "KEYSLOT", key()).toString();
        switch (checkpoint) {
            case "held" -> held(agent);
            case "migrate" -> {
                to.call("CLUSTER", "SETSLOT", slot, "IMPORTING", id(from));
                from.call("CLUSTER", "SETSLOT", slot, "MIGRATING", id(to));
            }
            case "move" -> {
                for (RedisProcess node : List.of(to, from, cluster.masters().get(2))) {
                    node.call("CLUSTER", "SETSLOT", slot, "NODE", id(to));
                }
            }
            case "end" -> served = server.commandStats().plus(cluster.commandStats());
            default -> throw new IllegalStateException(checkpoint);
        }
    }

    private void held(ProgramJvm agent) {
        Scrape scrape = Scrape.await(
                agent.jvm().endpointUrl() + "/metrics",
                seen -> seen.sum("autobot_redis_memory_used_bytes", "database", "main") > 0
                        && seen.sum("autobot_redis_keys_total", "database", "main") == 100,
                Duration.ofSeconds(20));
        assertThat(scrape.value("autobot_redis_pool_connections", "state", "max"))
                .isEqualTo(3);
        assertThat(scrape.value("autobot_redis_pool_connections", "state", "active"))
                .isZero();
        assertThat(scrape.value("autobot_redis_pool_connections", "state", "idle"))
                .isBetween(1.0, 3.0);
    }

    /** A key whose slot the first master was given. */
    private String key() {
        for (int i = 0; ; i++) {
            if (cluster.masterOf(TRAVELS + i) == cluster.masters().get(0)) {
                return TRAVELS + i;
            }
        }
    }

    private static String id(RedisProcess node) {
        return (String) node.call("CLUSTER", "MYID");
    }
}
