package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvmBuilder;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Surroundings in which agents usually fail: the service runs, and what can be counted is. */
class HostileStartTest {
    private static final int GETS = 20;

    @RegisterExtension
    static final RedisServers servers = new RedisServers();

    private static RedisProcess redis;

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        redis = servers.standalone("databases 100");
    }

    @Test
    void aTakenPortIsOneLineAndCountingGoesOn() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Talk talk = run(TestServices.on(Jdks.jdk17())
                    .agent("port=" + taken.getLocalPort())
                    .agent(TestServices.countReader(folder), ""));
            talk.jvm().awaitStderr(line -> line.contains("cannot be bound"), Talk.PATIENCE);
            talk.tell("activity").end();

            assertThat(activity(talk)).isGreaterThanOrEqualTo(GETS);
            assertThat(talk.jvm().stderr()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aRuntimeWithoutTheHttpServerLosesTheEndpointAlone(int feature) {
        Talk talk = run(TestServices.on(Jdks.of(feature))
                .jvmArguments(
                        "--limit-modules",
                        "java.base,java.instrument,java.logging,java.management,java.naming,java.sql")
                .agent("port=0")
                .agent(TestServices.countReader(folder), ""));
        talk.jvm().awaitStderr(line -> line.contains("lacks the module jdk.httpserver"), Talk.PATIENCE);
        talk.tell("activity").end();

        assertThat(activity(talk)).isGreaterThanOrEqualTo(GETS);
        assertThat(talk.jvm().stderr()).hasSize(1);
    }

    @Test
    void settingsOfOtherUsersOfTheSameLibrariesChangeNothing() {
        assertHealthy(run(TestServices.on(Jdks.jdk25())
                .environment("IO_PROMETHEUS_X", "1")
                .environment("IO_PROMETHEUS_EXPORTER_HTTP_SERVER_PORT", "not a port")
                .environment("IO_PROMETHEUS_METRICS_HISTOGRAM_CLASSIC_UPPER_BOUNDS", "none")
                .environment("PROMETHEUS_CONFIG", "/does/not/exist")
                .agent("port=0")));
        assertHealthy(run(TestServices.on(Jdks.jdk17())
                .property("prometheus.config", "/does/not/exist")
                .property("io.prometheus.exporter.filter.allowed_metric_names", "nothing")
                .property("slf4j.provider", "x.Y")
                .property("net.bytebuddy.experimental", "x")
                .property("net.bytebuddy.dump", "/does/not/exist")
                .agent("port=0")));
    }

    @Test
    void noTemporaryFolderIsNeeded() {
        assertHealthy(run(TestServices.on(Jdks.jdk17())
                .property("java.io.tmpdir", "/proc/nowhere")
                .agent("port=0")));
    }

    @Test
    void anAgentNamedTwiceStartsOnceAndSaysSo() throws IOException {
        Path copy = Files.copy(AgentJar.find(), folder.resolve("another-name.jar"));
        for (Path second : List.of(AgentJar.find(), copy)) {
            Talk talk = run(TestServices.on(Jdks.jdk25()).agent("port=0").agent(second, "port=0"));
            assertCounts(talk);
            talk.end();

            assertThat(talk.jvm().stderr())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("named by a second -javaagent"))
                    .anyMatch(line -> line.contains("metrics at http://"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aServiceInAStrictLoaderOfItsOwnIsSeen(int feature) {
        List<File> classPath = TestServices.classPath();
        assertHealthy(run(ForkedJvm.on(Jdks.of(feature))
                .classPath(classPath.get(0))
                .property(
                        "service.path",
                        classPath.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator)))
                .agent("port=0")
                .main("StrictMain")));
    }

    @Test
    void aSecurityManagerThatGivesTheAgentNothingLeavesTheServiceAlone() throws IOException {
        StringBuilder policy = new StringBuilder();
        for (File allowed : TestServices.classPath()) {
            String path = allowed.isDirectory() ? allowed.getPath() + "/-" : allowed.getPath();
            policy.append("grant codeBase \"file:" + path + "\" { permission java.security.AllPermission; };\n");
        }
        Path file = Files.writeString(folder.resolve("service.policy"), policy);
        List<String> without = run(strict(file)).tell("script").end().stdout();
        Talk with = run(strict(file).agent("port=0,redis.server-stats.enabled=false"))
                .tell("script");

        assertThat(with.end().stdout()).isEqualTo(without);
        assertThat(with.agentLines()).isNotEmpty().hasSizeLessThan(20).doesNotHaveDuplicates();
    }

    private static ForkedJvmBuilder strict(Path policy) {
        return TestServices.on(Jdks.jdk17())
                .property("java.security.manager", "default")
                .property("java.security.policy", "=" + policy);
    }

    @Test
    void aBrokenOrClosedStderrIsNoConcernOfTheService() {
        for (String breaking : List.of("break-stderr", "close-stderr")) {
            Talk talk = new Talk(
                    jvms.start(TestServices.on(Jdks.jdk17()).agent("port=0,metrics.max-series-per-family=20")));
            talk.jvm().endpointPort();
            // More databases than the limit allows: the agent has something to say.
            talk.tell(breaking, "redis " + redis.port(), "databases 50");

            Scrape scrape = talk.scrape();
            assertThat(scrape.sum("autobot_redis_operations_total")).isEqualTo(100);
            assertThat(scrape.sum("autobot_agent_series_folded_total")).isGreaterThan(0);
            assertThat(talk.end().stderr()).hasSize(1);
        }
    }

    @Test
    void aStderrThatWasNeverOpenIsNoConcernOfTheService() throws IOException, InterruptedException {
        Path target = folder.resolve("target.json");
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec \"$@\" 2>&-",
                        "sh",
                        Jdks.jdk25().java().toString(),
                        "-javaagent:" + AgentJar.find() + "=port=0,endpoint.file-sd=" + target,
                        "-cp",
                        TestServices.classPath().get(0).getPath(),
                        "Service")
                .start();
        try {
            org.awaitility.Awaitility.await().atMost(Talk.PATIENCE).until(() -> Files.exists(target));
            shell.getOutputStream().write("exit\n".getBytes());
            shell.getOutputStream().flush();
            assertThat(shell.waitFor()).isZero();
        } finally {
            shell.destroyForcibly();
        }
    }

    private Talk run(ForkedJvmBuilder builder) {
        return new Talk(jvms.start(builder)).tell("redis " + redis.port(), "get " + GETS);
    }

    private static void assertHealthy(Talk talk) {
        assertCounts(talk);
        assertThat(talk.end().stderr()).hasSize(1).first().asString().contains("metrics at http://");
    }

    private static void assertCounts(Talk talk) {
        Scrape scrape = talk.scrape();
        assertThat(scrape.sum("autobot_redis_operations_total", "operation", "get"))
                .isEqualTo(GETS);
        assertThat(scrape.sum("autobot_redis_operation_latency_seconds_bucket", "operation", "get", "le", "+Inf"))
                .isEqualTo(GETS);
        assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
    }

    private static long activity(Talk talk) {
        return talk.jvm().stdout().stream()
                .filter(line -> line.startsWith("activity "))
                .mapToLong(line -> Long.parseLong(line.substring("activity ".length())))
                .findFirst()
                .orElseThrow();
    }
}
