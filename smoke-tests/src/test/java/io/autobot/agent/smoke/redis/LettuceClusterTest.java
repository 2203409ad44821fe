package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisCluster;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.redis.RedisWire;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agent's counts of Lettuce's cluster client against the program's ledger and the nodes' command statistics. Lettuce
 * 5.0 to 5.2 do not understand what a Redis of today says of its commands.
 */
class LettuceClusterTest {
    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    private RedisCluster cluster;
    private CommandStats served;

    static List<Matrix.Row> rows() {
        return Matrix.rows("5.3.7", "6.0.0", "6.8.2", "7.0.0", "7.7.0");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachCommandCountsOnceWhereverTheClusterSendsIt(Matrix.Row row) throws IOException {
        cluster = REDIS.cluster(3);
        Path yaml = Files.write(
                temp.resolve("agent.yaml"),
                List.of("metrics:", "  max-series-per-family: 10000", "redis:", "  server-stats:", "    interval: 1s"));
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0,config=" + yaml);
        List<File> classPath = LettucePrograms.compile(
                row.version(), Files.createDirectory(temp.resolve("classes")), "lettuce/cluster");

        Scrape before = agent.scrape();
        Ledger ledger = agent.run("program.LettuceClusterProgram", classPath, settings(), name -> reached(name, agent));
        Scrape after = agent.scrape();

        RedisCounts counts = new RedisCounts(before, after);
        assertThat(counts.of("autobot_redis_operations_total", "database", "operation", "status"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("op"), 0));
        assertThat(counts.of("autobot_redis_operation_latency_seconds_count", "database", "operation"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("timed"), 0));
        assertThat(counts.of("autobot_timeout_total", "operation_type", "database", "status"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("timeout"), 1));
        assertThat(counts.of("autobot_redis_pubsub_messages_total", "database", "direction"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("pubsub"), 0));
        nodesAgree(counts, ledger);
        assertThat(after.sum("autobot_agent_errors_total")).isZero();
        assertThat(after.sum("autobot_redis_connections_active")).isZero();
        assertThat(after.find("autobot_redis_pool_size")).isEmpty();
    }

    private void nodesAgree(RedisCounts counts, Ledger ledger) {
        assertThat(served.calls("cluster_nodes"))
                .as("the client asked for the topology")
                .isPositive();
        assertThat(served.calls("asking")).as("ASK was followed").isPositive();
        Map<String, Long> script = ledger.of("script");
        Map<String, Long> unseen = ledger.of("unseen");
        Map<String, Long> redirected = ledger.of("redirected");
        // Newer clients may learn where a slot went before they are redirected.
        counts.operations()
                .forEach((operation, counted) -> assertThat(served.attempts(operation)
                                - script.getOrDefault(operation, 0L)
                                + unseen.getOrDefault(operation, 0L))
                        .as(operation + " as the nodes counted it")
                        .isBetween(counted, counted + redirected.getOrDefault(operation, 0L)));
    }

    private Map<String, String> settings() {
        RedisProcess first = cluster.masters().get(0);
        return Map.of(
                "host", first.host(),
                "port", Integer.toString(first.port()),
                "travels", keyOf(0),
                "lost", keyOf(2));
    }

    /** A key that this master was given. */
    private String keyOf(int master) {
        for (int i = 0; ; i++) {
            if (cluster.masterOf("travels" + i) == cluster.masters().get(master)) {
                return "travels" + i;
            }
        }
    }

    private void reached(String checkpoint, ProgramJvm agent) {
        switch (checkpoint) {
            case "figures" -> figures(agent);
            case "migrate" -> cluster.migrate(keyOf(0), cluster.masters().get(1));
            case "move" -> cluster.move(keyOf(0), cluster.masters().get(1));
            case "kill" -> {
                served = cluster.commandStats();
                cluster.masters().get(2).kill();
            }
            default -> throw new IllegalStateException(checkpoint);
        }
    }

    /** Of all nodes, each asked through a connection of the agent's own. */
    private void figures(ProgramJvm agent) {
        long keys = sum(wire -> Long.parseLong(wire.info("keyspace", "db0").split("[=,]")[1]));
        Scrape scrape = Scrape.await(
                agent.jvm().endpointUrl() + "/metrics",
                seen -> seen.sum("autobot_redis_keys_total", "database", "main") == keys
                        && seen.sum("autobot_redis_connections_active", "database", "main") == connections(),
                Duration.ofSeconds(20));
        assertThat(scrape.find("autobot_redis_server_info", "mode", "cluster")).hasSize(1);
    }

    /** The application's: less the agent's own of a moment, this one and the testkit's. */
    private long connections() {
        return sum(wire -> ((String) wire.call("CLIENT", "LIST"))
                        .lines()
                        .filter(line -> !line.contains("cmd=info"))
                        .count()
                - 2);
    }

    private long sum(ToLongFunction<RedisWire> figure) {
        long sum = 0;
        for (RedisProcess node : cluster.masters()) {
            try (RedisWire wire = node.connect()) {
                sum += figure.applyAsLong(wire);
            }
        }
        return sum;
    }
}
