package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.smoke.loaders.Histogram;
import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of clients that were closed leave nothing, neither of ours nor of Lettuce. */
class LettuceClientsTest {
    /** Objects of one class that may come and go: threads, snapshots, what was dropped since the last sweep. */
    private static final long NOISE = 200;

    private static final int MANY = Matrix.all() ? 10_000 : 1_000;

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    static List<Matrix.Row> rows() {
        return Matrix.all()
                ? Matrix.rows("5.0.0", "5.3.7", "6.0.0", "6.8.2", "7.0.0", "7.7.0")
                : List.of(new Matrix.Row("7.7.0", 25));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void leaveNothing(Matrix.Row row) throws IOException {
        RedisProcess server = REDIS.standalone();
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0,redis.server-stats.interval=1s");
        Path classes = Files.createDirectory(temp.resolve("classes"));
        Map<String, String> settings =
                Map.of("host", server.host(), "port", Integer.toString(server.port()), "many", Integer.toString(MANY));
        Map<String, Map<String, Long>> living = new HashMap<>();

        Ledger ledger = agent.run(
                "program.ClientsProgram",
                LettucePrograms.compile(row.version(), classes, "lettuce/clients"),
                settings,
                checkpoint -> living.put(checkpoint, living(row, agent)));
        Scrape after = agent.scrape();

        assertThat(after.value("autobot_redis_operations_total", "operation", "set", "status", "success"))
                .isEqualTo(ledger.of("op").get("0 set success").doubleValue());
        assertThat(after.sum("autobot_redis_connections_active")).isZero();
        Map<String, Long> few = living.get("few");
        assertThat(few).isNotEmpty();
        assertThat(living.get("many"))
                .allSatisfy((type, count) ->
                        assertThat(count).as(type).isLessThanOrEqualTo(few.getOrDefault(type, 0L) + NOISE));
        assertThat(after.sum("autobot_agent_errors_total")).isZero();
    }

    private static Map<String, Long> living(Matrix.Row row, ProgramJvm agent) {
        try {
            Histogram.of(row.jdk(), agent.jvm());
            agent.scrape();
            return Histogram.of(row.jdk(), agent.jvm(), "io.autobot.", "io.lettuce.core.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
