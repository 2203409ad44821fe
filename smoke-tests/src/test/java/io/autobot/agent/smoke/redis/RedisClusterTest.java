package io.autobot.agent.smoke.redis;

import static java.util.stream.Collectors.toList;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's counts of a cluster client against the program's ledger and the nodes' command statistics. */
class RedisClusterTest {
    /** Served by the first node and then by the second, by the second, by the third. */
    private static final String TRAVELS = "travels";

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    private RedisCluster cluster;
    private CommandStats served;

    static List<Matrix.Row> rows() {
        return Matrix.all()
                ? Matrix.rows("3.0.0", "3.10.0", "4.0.0", "4.4.8", "5.2.0", "6.2.0", "7.5.3", "8.0.2")
                : Matrix.rows("3.10.0", "8.0.2");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachCommandCountsOnceWhereverTheClusterSendsIt(Matrix.Row row) throws IOException {
        cluster = REDIS.cluster(3);
        Path yaml = Files.write(
                temp.resolve("agent.yaml"),
                List.of("metrics:", "  max-series-per-family: 10000", "redis:", "  server-stats:", "    interval: 1s"));
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0,config=" + yaml);
        List<File> classPath = Programs.compile(
                row.version(),
                Files.createDirectory(temp.resolve("classes")),
                "neutral",
                "common/Outcomes.java",
                "cluster/common",
                row.version().startsWith("7.5.") || row.version().startsWith("8.") ? "cluster/v8" : "cluster/v3");

        Scrape before = agent.scrape();
        Ledger ledger =
                agent.run("program.ClusterProgram", classPath, settings(row.version()), name -> reached(name, agent));
        Scrape after = agent.scrape();

        RedisCounts counts = new RedisCounts(before, after);
        assertThat(counts.of("autobot_redis_operations_total", "database", "operation", "status"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("op"), 0));
        assertThat(counts.of("autobot_redis_operation_latency_seconds_count", "database", "operation"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("timed"), 0));
        assertThat(served.calls("cluster_slots") + served.calls("cluster_shards"))
                .as("the client asked for the topology")
                .isPositive();
        Map<String, Long> script = ledger.of("script");
        Map<String, Long> unseen = ledger.of("unseen");
        Map<String, Long> redirected = ledger.of("redirected");
        counts.operations()
                .forEach((operation, counted) -> assertThat(counted + redirected.getOrDefault(operation, 0L))
                        .as(operation + " as the nodes counted it")
                        .isEqualTo(served.attempts(operation)
                                - script.getOrDefault(operation, 0L)
                                + unseen.getOrDefault(operation, 0L)));
        assertThat(after.sum("autobot_agent_errors_total")).isZero();
        assertThat(after.find("autobot_redis_pool_size")).isEmpty();
    }

    private Map<String, String> settings(String version) {
        RedisProcess first = cluster.masters().get(0);
        return Map.of(
                "host", first.host(),
                "port", Integer.toString(first.port()),
                "travels", keyOf(0),
                "cut", keyOf(1),
                "lost", keyOf(2),
                "multiShard", Boolean.toString(version.startsWith("8.")),
                // Jedis 3 does not say which command got no connection.
                "unsent", version.startsWith("3.") ? "other" : "");
    }

    /** A key that this master was given. */
    private String keyOf(int master) {
        for (int i = 0; ; i++) {
            if (cluster.masterOf(TRAVELS + i) == cluster.masters().get(master)) {
                return TRAVELS + i;
            }
        }
    }

    private void reached(String checkpoint, ProgramJvm agent) {
        String[] words = checkpoint.split(" ");
        switch (words[0]) {
            case "held" -> held(agent, words);
            case "migrate" -> cluster.migrate(keyOf(0), cluster.masters().get(1));
            case "move" -> cluster.move(keyOf(0), cluster.masters().get(1));
            case "cut" -> cluster.masters().get(1).call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            case "kill" -> {
                served = cluster.commandStats();
                cluster.masters().get(2).kill();
            }
            default -> throw new IllegalStateException(checkpoint);
        }
    }

    /** The program's own sum over its nodes' pools, and the servers' own figures. */
    private void held(ProgramJvm agent, String[] words) {
        long keys = sum(wire -> (Long) wire.call("DBSIZE"));
        Scrape scrape = Scrape.await(
                agent.jvm().endpointUrl() + "/metrics",
                seen -> seen.sum("autobot_redis_keys_total", "database", "main") == keys
                        && Math.abs(seen.sum("autobot_redis_memory_used_bytes", "database", "main") - memory()) < 1e6,
                Duration.ofSeconds(20));
        List<Long> sizes = new ArrayList<>();
        for (String state : List.of("active", "idle", "max")) {
            sizes.add((long) scrape.value("autobot_redis_pool_connections", "database", "main", "state", state));
        }
        assertThat(sizes)
                .as("sums over the nodes' pools")
                .isEqualTo(Stream.of(words).skip(1).map(Long::valueOf).collect(toList()));
        assertThat(sizes.get(0)).isEqualTo(3);
        assertThat(scrape.value("autobot_redis_connections_active", "database", "main"))
                .isEqualTo(3);
        assertThat(scrape.find("autobot_redis_server_info", "mode", "cluster")).hasSize(1);
    }

    private double memory() {
        return sum(wire -> Long.parseLong(wire.info("memory", "used_memory")));
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
