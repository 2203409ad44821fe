package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts and gauges across restarts of the server, after which Lettuce connects anew and repeats what had no reply. */
class LettuceRestartTest {
    /** What the program does while the server runs for sure; {@code strlen} is the load that goes on meanwhile. */
    private static final List<String> OUTSIDE_THE_RESTARTS = List.of("set", "get", "incr");

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    private CommandStats served = CommandStats.none();

    static List<Matrix.Row> rows() {
        return Matrix.rows("5.0.0", "5.3.7", "6.0.0", "6.8.2", "7.0.0", "7.7.0");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nothingIsLostOrDoubled(Matrix.Row row) throws IOException {
        RedisProcess server = REDIS.standalone();
        server.resetStats();
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0,redis.server-stats.interval=1s");
        Path classes = Files.createDirectory(temp.resolve("classes"));
        Map<String, String> settings = Map.of("host", server.host(), "port", Integer.toString(server.port()));

        Scrape before = agent.scrape();
        Ledger ledger = agent.run(
                "program.RestartProgram",
                LettucePrograms.compile(row.version(), classes, "lettuce/restart"),
                settings,
                name -> reached(name, server, agent));
        Scrape after = agent.scrape();

        RedisCounts counts = new RedisCounts(before, after);
        assertThat(counts.of("autobot_redis_operations_total", "database", "operation", "status"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("op"), 0));
        assertThat(counts.of("autobot_redis_operation_latency_seconds_count", "database", "operation"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("timed"), 0));
        served = served.plus(server.commandStats());
        for (String operation : OUTSIDE_THE_RESTARTS) {
            assertThat(counts.operations().get(operation))
                    .as(operation + " as the servers counted it")
                    .isEqualTo(served.attempts(operation));
        }
        // The server took those of its last moment with it.
        assertThat(counts.operations().get("strlen"))
                .isGreaterThanOrEqualTo(
                        served.attempts("strlen") - ledger.of("twice").get("strlen"));
        assertThat(after.sum("autobot_agent_errors_total")).isZero();
        assertThat(after.sum("autobot_redis_connections_active")).isZero();
    }

    private void reached(String checkpoint, RedisProcess server, ProgramJvm agent) {
        if (checkpoint.startsWith("restart")) {
            served = served.plus(server.commandStats());
            server.restart();
            return;
        }
        Scrape scrape = Scrape.await(
                agent.jvm().endpointUrl() + "/metrics",
                seen -> seen.sum("autobot_redis_keys_total", "database", "main") == (Long) server.call("DBSIZE"),
                Duration.ofSeconds(20));
        assertThat(scrape.value("autobot_redis_connections_active", "database", "main"))
                .as("both connections are open again")
                .isEqualTo(2);
        assertThat(scrape.sum("autobot_redis_memory_used_bytes", "database", "main"))
                .isPositive();
    }
}
