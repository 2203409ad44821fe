package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
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

/** The agent comes to a service whose Redisson has been at work for a while. */
class RedissonAttachTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    static List<Matrix.Row> rows() {
        return Matrix.rows("3.17.0", "4.7.0");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void countsAreRightFromTheAttachmentOn(Matrix.Row row) throws IOException {
        RedisProcess server = REDIS.standalone();
        ProgramJvm service = ProgramJvm.withoutAgent(jvms, row.jdk());
        Path classes = Files.createDirectory(temp.resolve("classes"));

        Ledger ledger = service.run(
                "program.LateProgram",
                Programs.compile(
                        List.of("org.redisson:redisson:" + row.version()), classes, "further", "redisson/late"),
                Map.of("server", server.address()),
                checkpoint -> attach(row, service));
        Scrape after = service.scrape();

        assertThat(new RedisCounts(Scrape.parse(""), after)
                        .of("autobot_redis_operations_total", "database", "operation", "status"))
                .isEqualTo(Aliases.DEFAULT.named(ledger.of("op"), 0));
        assertThat(after.sum("autobot_redis_pubsub_messages_total", "direction", "received"))
                .isEqualTo(1);
        assertThat(after.sum("autobot_agent_errors_total")).isZero();
        assertThat(after.sum("autobot_redis_connections_active")).isZero();
        assertThat(after.find("autobot_redis_pool_size"))
                .as("all clients are closed")
                .isEmpty();
    }

    private void attach(Matrix.Row row, ProgramJvm service) {
        ForkedJvm attaching = jvms.start(ForkedJvm.on(row.jdk())
                .jar(AgentJar.find(), "attach", Long.toString(service.jvm().pid()), "port=0"));
        assertThat(attaching.exitCode(PATIENCE)).as(attaching.report()).isZero();
    }
}
