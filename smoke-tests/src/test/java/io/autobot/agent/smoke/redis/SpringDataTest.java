package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring Data Redis stands on Lettuce or Jedis: a command counts once, whichever driver carries it. */
class SpringDataTest {
    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    static List<Matrix.Row> rows() {
        return Matrix.rows("2.7.18", "3.5.6");
    }

    /** A release with the drivers of its time. */
    private static List<String> libraries(String version) {
        boolean old = version.startsWith("2.");
        return List.of(
                "org.springframework.data:spring-data-redis:" + version,
                "io.lettuce:lettuce-core:" + (old ? "6.1.10" : "6.6.0") + ".RELEASE",
                "redis.clients:jedis:" + (old ? "3.8.0" : "6.0.0"),
                "org.apache.commons:commons-pool2:2.12.1");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachCommandCountsOnceOnEitherDriver(Matrix.Row row) throws IOException {
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0");
        List<File> classPath =
                Programs.compile(libraries(row.version()), Files.createDirectory(temp.resolve("classes")), "spring");
        for (String driver : List.of("lettuce", "jedis")) {
            RedisProcess server = REDIS.standalone();
            server.resetStats();
            Scrape before = agent.scrape();
            Ledger ledger = agent.run(
                    "program.SpringProgram",
                    classPath,
                    Map.of("host", server.host(), "port", Integer.toString(server.port()), "driver", driver),
                    checkpoint -> pooled(agent, driver));
            RedisCounts counts = new RedisCounts(before, agent.scrape());
            CommandStats served = server.commandStats();

            assertThat(counts.of("autobot_redis_operations_total", "database", "operation", "status"))
                    .as(driver)
                    .isEqualTo(Aliases.DEFAULT.named(ledger.of("op"), 0));
            counts.operations()
                    .forEach((operation, counted) -> assertThat(counted)
                            .as(driver + ": " + operation + " as the server counted it")
                            .isEqualTo(served.attempts(operation)));
            assertThat(counts.of("autobot_redis_pool_wait_seconds_count", "database"))
                    .as(driver)
                    .containsKey("db3");
        }
        assertThat(agent.scrape().sum("autobot_agent_errors_total")).isZero();
    }

    private static void pooled(ProgramJvm agent, String driver) {
        assertThat(agent.scrape().value("autobot_redis_pool_size", "database", "db3"))
                .as(driver + ": the pool is known by its database")
                .isPositive();
    }
}
