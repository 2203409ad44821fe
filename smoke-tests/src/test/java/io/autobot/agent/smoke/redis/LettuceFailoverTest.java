package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lettuce turns from one server to another by breakers of its own: they are as the library says they are. */
class LettuceFailoverTest {
    private static final String EVENTS = "autobot_circuit_breaker_events_total";
    private static final String STATE = "autobot_circuit_breaker_state";
    private static final String FAILURES = "autobot_circuit_breaker_failure_count";

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    private ProgramJvm agent;
    private RedisProcess first;
    private RedisProcess second;

    private long failures;

    /** What the servers served before they went. */
    private CommandStats served = CommandStats.none();

    static List<Matrix.Row> rows() {
        return Matrix.all() ? Matrix.rows("7.4.0", "7.5.0", "7.6.0", "7.7.0") : Matrix.rows("7.4.0", "7.7.0");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void breakersAndWhatTheyRefuseCount(Matrix.Row row) {
        first = REDIS.standalone();
        second = REDIS.standalone();
        agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0");
        Scrape start = agent.scrape();
        Ledger ledger = agent.run(
                "program.MultiDbProgram",
                LettucePrograms.compile(row.version(), temp, "lettuce/multidb"),
                Map.of("first", first.address(), "second", second.address()),
                this::reached);
        Scrape end = agent.scrape();

        served = served.plus(second.commandStats());
        RedisCounts counts = new RedisCounts(start, end);
        assertThat(counts.of("autobot_redis_operations_total", "database", "operation", "status"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("op"), 0));
        assertThat(served.attempts("strlen") + ledger.of("unseen").get("strlen"))
                .as("as the servers counted it")
                .isEqualTo(counts.operations().get("strlen"));
        assertThat(end.sum(EVENTS, "event", "opened")).isEqualTo(1);
        assertThat(end.value(EVENTS, "database", first.address(), "event", "opened", "reason", "too_many_failures"))
                .isEqualTo(1);
        assertThat(end.value(EVENTS, "database", first.address(), "event", "closed", "reason", "wait_elapsed"))
                .isEqualTo(1);
        assertThat(end.value(EVENTS, "database", first.address(), "event", "rejected", "reason", "too_many_failures"))
                .isEqualTo(ledger.of("refused").get("strlen").doubleValue());
        assertThat(end.sum("autobot_agent_errors_total")).isZero();
    }

    private void reached(String checkpoint) {
        switch (checkpoint) {
            case "first goes" -> kill(first);
            case "first fails" -> {
                failures = failures();
                assertThat(failures).isPositive();
            }
            case "first is open" -> states(1, 0);
            case "first is forgiven" -> states(0, 0);
            default ->
                assertThat(Long.valueOf(checkpoint.replace("failures ", "")))
                        .as("as Lettuce counts, between two scrapes")
                        .isBetween(failures, failures());
        }
    }

    private long failures() {
        return (long) agent.scrape().value(FAILURES, "database", first.address());
    }

    private void kill(RedisProcess server) {
        served = served.plus(server.commandStats());
        server.kill();
    }

    private void states(double ofFirst, double ofSecond) {
        Scrape scrape = agent.scrape();
        assertThat(scrape.value(STATE, "database", first.address())).isEqualTo(ofFirst);
        assertThat(scrape.value(STATE, "database", second.address())).isEqualTo(ofSecond);
    }
}
