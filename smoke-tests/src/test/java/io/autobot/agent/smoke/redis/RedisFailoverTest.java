package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's counts of a client that turns from one server to another, by its circuit breakers. */
class RedisFailoverTest {
    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    private CommandStats before;

    static List<Matrix.Row> rows() {
        return Matrix.rows("5.2.0", "7.5.3", "8.0.2");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void probesDoNotCountAndEachFailedCallCountsOnce(Matrix.Row row) {
        RedisProcess first = REDIS.standalone();
        RedisProcess second = REDIS.standalone();
        List.of(first, second).forEach(RedisProcess::resetStats);
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0");
        List<File> classPath = Programs.compile(
                List.of("redis.clients:jedis:" + row.version(), "io.github.resilience4j:resilience4j-all:1.7.1"),
                temp,
                "neutral",
                "common/Outcomes.java",
                "multidb/common",
                isFifth(row) ? "multidb/v5" : "multidb/v7");

        Scrape start = agent.scrape();
        Ledger ledger = agent.run(
                "program.MultiDbProgram",
                classPath,
                Map.of("first", first.address(), "second", second.address()),
                checkpoint -> {
                    before = first.commandStats();
                    first.kill();
                });
        Scrape end = agent.scrape();

        RedisCounts counts = new RedisCounts(start, end);
        assertThat(counts.of("autobot_redis_operations_total", "database", "operation", "status"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("op"), 0));
        assertThat(counts.of("autobot_redis_operations_total", "operation", "status"))
                .containsKey("strlen error");
        CommandStats served = before.plus(second.commandStats());
        if (!isFifth(row)) {
            assertThat(served.calls("ping")).as("probes").isPositive();
        }
        Map<String, Long> unseen = ledger.of("unseen");
        counts.operations()
                .forEach((operation, counted) -> assertThat(counted)
                        .as(operation + " as the servers counted it")
                        .isEqualTo(served.attempts(operation) + unseen.getOrDefault(operation, 0L)));
        breakersAreThoseOfJedis(
                end,
                (isFifth(row) ? "cluster:1:" : "database:") + first.address(),
                (isFifth(row) ? "cluster:2:" : "database:") + second.address());
        assertThat(end.sum("autobot_agent_errors_total")).isZero();
    }

    /** Made of clusters in order of preference; from 7.0 on of databases with weights, and probed. */
    private static boolean isFifth(Matrix.Row row) {
        return row.version().startsWith("5.");
    }

    /** One for each server, under the names that Jedis gives them: what it does to them is done once. */
    private static void breakersAreThoseOfJedis(Scrape end, String first, String second) {
        String events = "autobot_circuit_breaker_events_total";
        assertThat(end.sum(events, "database", first, "event", "opened")).isEqualTo(1);
        assertThat(end.sum(events, "database", second, "event", "opened")).isZero();
        assertThat(end.find(events, "event", "opened", "reason", "too_many_failures"))
                .hasSize(2);
    }
}
