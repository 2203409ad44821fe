package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisSentinel;
import io.autobot.agent.testkit.redis.RedisServers;
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

/** The agent's counts of Lettuce's clients that follow sentinels, or read from replicas. */
class LettuceSentinelTest {
    /** Reads: a replica executes only what clients ask it for, and masters send it no such thing. */
    private static final List<String> NOT_REPLICATED = List.of("get", "exists", "hexists", "strlen");

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    static List<Matrix.Row> rows() {
        return Matrix.rows("5.0.0", "5.3.7", "6.0.0", "6.8.2", "7.0.0", "7.7.0");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFailoverDoublesNothing(Matrix.Row row) throws IOException {
        RedisSentinel group = REDIS.sentinel(1, 1);
        RedisProcess replica = group.replicas().get(0);
        List<RedisProcess> servers = new ArrayList<>(List.of(group.master(), replica));
        servers.forEach(RedisProcess::resetStats);
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0");
        List<File> classPath = LettucePrograms.compile(
                row.version(),
                Files.createDirectory(temp.resolve("classes")),
                "lettuce/sentinel/common",
                row.version().startsWith("5.0.") ? "lettuce/sentinel/v50" : "lettuce/sentinel/v52");
        Map<String, String> settings = Map.of(
                "master", group.masterName(),
                "sentinel", group.sentinels().get(0).address());

        Scrape before = agent.scrape();
        Ledger ledger = agent.run(
                "program.LettuceSentinelProgram", classPath, settings, name -> reached(name, group, replica, agent));
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
        for (String operation : NOT_REPLICATED) {
            long counted = counts.operations().getOrDefault(operation, 0L);
            assertThat(served.attempts(operation))
                    .as(operation + " as the servers counted it")
                    .isBetween(
                            counted - ledger.of("maybe").getOrDefault(operation, 0L),
                            counted + ledger.of("twice").getOrDefault(operation, 0L));
        }
        assertThat(after.sum("autobot_agent_errors_total")).isZero();
        assertThat(after.sum("autobot_redis_connections_active")).isZero();
    }

    private static void reached(String checkpoint, RedisSentinel group, RedisProcess replica, ProgramJvm agent) {
        if (checkpoint.equals("failover")) {
            assertThat(replica.commandStats().calls("hexists"))
                    .as("read from the replica")
                    .isPositive();
            RedisProcess former = group.master();
            group.failover();
            // As the sentinels do when they make it a replica, some seconds later.
            former.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            return;
        }
        Scrape scrape = agent.scrape();
        assertThat(scrape.value("autobot_redis_connections_active", "database", "db1"))
                .as("the connections after the failover")
                .isEqualTo(1);
        assertThat(scrape.value("autobot_redis_connections_active", "database", "main"))
                .isEqualTo(1);
    }
}
