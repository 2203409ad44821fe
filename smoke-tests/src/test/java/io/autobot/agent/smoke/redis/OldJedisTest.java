package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Sample;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service on a Jedis older than the oldest supported one. */
class OldJedisTest {
    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    static List<Matrix.Row> rows() {
        return Matrix.rows("2.9.0", "2.10.2");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void jedis2IsLeftAloneAndSaidOnce(Matrix.Row row) {
        RedisProcess server = REDIS.standalone();
        List<File> classPath = Programs.compile(row.version(), temp, "old");
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0");
        Map<String, String> settings = Map.of("host", server.host(), "port", Integer.toString(server.port()));

        Ledger results = agent.run("program.Old", classPath, settings, name -> {});
        Scrape scrape = agent.scrape();

        assertThat(results.of("op")).isEqualTo(Map.of("calls", 200L, "appended", 3L));
        assertThat(scrape.find("autobot_agent_instrumentation_info", "name", "jedis"))
                .extracting(Sample::labels)
                .containsExactly(Map.of(
                        "name", "jedis",
                        "state", "incompatible",
                        "library_version", row.version(),
                        "reason", "unsupported_version"));
        assertThat(scrape.samples().stream()
                        .map(Sample::name)
                        .filter(name -> name.startsWith("autobot_redis_"))
                        .collect(Collectors.toSet()))
                .as("metrics of a client that is not seen")
                .isEmpty();
        assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
        assertThat(agent.jvm().stderr().stream().filter(line -> line.startsWith("[autobot-agent]")))
                .filteredOn(line -> line.contains("WARN"))
                .singleElement()
                .asString()
                .contains("redis.clients:jedis " + row.version() + " is not supported");
    }
}
