package io.autobot.agent.smoke.redis;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisSentinel;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Sample;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's counts of clients that follow sentinels against the program's ledger and the servers' statistics. */
class RedisSentinelTest {
    /** Reads: a replica executes only what clients ask it for, and masters send it no such thing. */
    private static final List<String> NOT_REPLICATED = List.of("get", "exists", "strlen", "hexists");

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    private RedisSentinel group;

    static List<Matrix.Row> rows() {
        return Matrix.all()
                ? Matrix.rows("3.0.0", "3.10.0", "4.0.0", "4.4.8", "5.2.0", "6.2.0", "7.5.3", "8.0.2")
                : Matrix.rows("3.10.0", "8.0.2");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFailoverDoublesNothing(Matrix.Row row) throws IOException {
        group = REDIS.sentinel(1, 1);
        List<RedisProcess> servers = new ArrayList<>(group.replicas());
        servers.add(group.master());
        servers.forEach(RedisProcess::resetStats);
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0");
        List<File> classPath = Programs.compile(
                row.version(),
                Files.createDirectory(temp.resolve("classes")),
                "neutral",
                "common/Outcomes.java",
                "sentinel/common",
                row.version().startsWith("7.5.") || row.version().startsWith("8.") ? "sentinel/v8" : "sentinel/v3");
        Map<String, String> settings = Map.of(
                "master", group.masterName(),
                "sentinel", group.sentinels().get(0).address());

        Scrape before = agent.scrape();
        Ledger ledger = agent.run("program.SentinelProgram", classPath, settings, name -> reached(name, agent));
        Scrape after = agent.scrape();

        RedisCounts counts = new RedisCounts(before, after);
        assertThat(counts.of("autobot_redis_operations_total", "database", "operation", "status"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("op"), 0));
        assertThat(counts.of("autobot_redis_pubsub_messages_total", "direction"))
                .as("what sentinels tell is not the application's")
                .isEmpty();
        CommandStats served = CommandStats.none();
        for (RedisProcess server : servers) {
            served = served.plus(server.commandStats());
        }
        Map<String, Long> unseen = ledger.of("unseen");
        for (String operation : NOT_REPLICATED) {
            assertThat(counts.operations().getOrDefault(operation, 0L))
                    .as(operation + " as the servers counted it")
                    .isEqualTo(served.attempts(operation) + unseen.getOrDefault(operation, 0L));
        }
        assertThat(after.sum("autobot_agent_errors_total")).isZero();
        assertThat(after.find("autobot_redis_pool_size")).isEmpty();
    }

    private void reached(String checkpoint, ProgramJvm agent) {
        String[] words = checkpoint.split(" ");
        if (words[0].equals("failover")) {
            RedisProcess former = group.master();
            group.failover();
            // As the sentinels do when they make it a replica, some seconds later.
            former.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            return;
        }
        assertThat(agent.scrape().find("autobot_redis_pool_connections").stream()
                        .collect(toMap(sample -> sample.labels().get("state"), Sample::value)))
                .as("the pool after the failover")
                .isEqualTo(Map.of(
                        "active",
                        Double.valueOf(words[1]),
                        "idle",
                        Double.valueOf(words[2]),
                        "waiting",
                        0.0,
                        "max",
                        5.0))
                .containsEntry("active", 2.0);
    }
}
