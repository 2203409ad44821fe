package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.ForkedJvmBuilder;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is switched off, by whichever source, is not there. */
class TogglesTest {
    private static final String[] WEAVING = {"net.bytebuddy.", "io.autobot.agent.instrumentation.", "java.lang.Autobot"
    };

    @RegisterExtension
    static final RedisServers servers = new RedisServers();

    private static RedisProcess redis;

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path folder;

    /** One way to say something. */
    private record Way(String name, BiFunction<ForkedJvmBuilder, Path, ForkedJvmBuilder> say) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() {
        redis = servers.standalone();
    }

    static List<Way> jedisOff() {
        return List.of(
                new Way("agent argument", (jvm, file) -> jvm.agent("port=0,instrumentations.jedis.enabled=false")),
                new Way(
                        "system property",
                        (jvm, file) -> jvm.agent("port=0").property("autobot.instrumentations.jedis.enabled", false)),
                new Way(
                        "environment",
                        (jvm, file) ->
                                jvm.agent("port=0").environment("AUTOBOT_INSTRUMENTATIONS_JEDIS_ENABLED", "false")),
                new Way(
                        "file",
                        (jvm, file) -> jvm.agent(
                                "port=0,config=" + write(file, "instrumentations:\n  jedis:\n    enabled: false\n"))));
    }

    static List<Way> redisOff() {
        return List.of(
                new Way("its group", (jvm, file) -> jvm.agent("port=0,instrumentations.redis.enabled=false")),
                new Way(
                        "the default",
                        (jvm, file) ->
                                jvm.agent("port=0").property("autobot.instrumentations.default-enabled", false)));
    }

    /** Without a pool, which the instrumentation of another client would look at. */
    @ParameterizedTest
    @MethodSource("jedisOff")
    void anInstrumentationThatIsOffWeavesNothing(Way way) throws IOException {
        weavesNothing(way, "get 3");
    }

    @ParameterizedTest
    @MethodSource("redisOff")
    void allInstrumentationsThatAreOffWeaveNothing(Way way) throws IOException {
        weavesNothing(way, "script");
    }

    /** They are in every JVM, and woven a moment after its start. */
    private static ForkedJvmBuilder withoutExecutors(ForkedJvmBuilder jvm) {
        return jvm.property("autobot.executors.delay", "1h");
    }

    private void weavesNothing(Way way, String command) throws IOException {
        ClassLog log = new ClassLog(folder, "classes");
        ForkedJvmBuilder jvm = way.say().apply(TestServices.on(Jdks.jdk17()), folder.resolve("off.yaml"));
        Talk talk = new Talk(jvms.start(log.in(withoutExecutors(jvm)))).tell("redis " + redis.port(), command);

        assertThat(talk.scrape().find("autobot_agent_instrumentation_info", "name", "jedis", "state", "disabled"))
                .hasSize(1);
        assertThat(talk.scrape().find("autobot_redis_operations_total")).isEmpty();
        assertThat(Http.get(talk.jvm().endpointUrl() + "/api/monitoring/health/metrics")
                        .body())
                .contains("\"name\":\"jedis\",\"state\":\"disabled\"");
        talk.end();
        assertThat(log.loaded("redis.clients.jedis.Connection")).isNotEmpty();
        assertThat(log.loaded(WEAVING)).isEmpty();
        assertThat(Talk.agentLines(talk.jvm())).hasSize(1);
    }

    static List<Way> agentOff() {
        return List.of(
                new Way("agent argument", (jvm, file) -> jvm.agent("enabled=false")),
                new Way("system property", (jvm, file) -> jvm.agent("").property("autobot.enabled", false)),
                new Way("environment", (jvm, file) -> jvm.agent("").environment("AUTOBOT_ENABLED", "false")),
                new Way("file", (jvm, file) -> jvm.agent("config=" + write(file, "enabled: false\n"))));
    }

    @ParameterizedTest
    @MethodSource("agentOff")
    void anAgentThatIsOffStartsNothing(Way way) {
        ClassLog log = new ClassLog(folder, "classes");
        ForkedJvmBuilder jvm = way.say().apply(TestServices.on(Jdks.jdk25()), folder.resolve("off.yaml"));
        Talk talk = new Talk(jvms.start(log.in(jvm)));
        talk.tell("redis " + redis.port(), "script", "threads").end();

        assertThat(talk.jvm().stderr()).isEmpty();
        assertThat(talk.jvm().stdout()).noneMatch(line -> line.contains("autobot") || line.contains("HTTP-Dispatcher"));
        assertThat(log.loaded("net.bytebuddy.", "io.prometheus.", "com.sun.net.httpserver.", "sun.net.httpserver."))
                .isEmpty();
        assertThat(log.loaded("io.autobot.agent.instrumentation.", "io.autobot.agent.gate.Gate$"))
                .isEmpty();
    }

    @Test
    void aServiceWithoutTargetsLoadsNeitherTheWeaverNorTheMetricsBeforeItsFirstScrape() {
        ClassLog unasked = new ClassLog(folder, "unasked");
        Talk talk = new Talk(jvms.start(
                unasked.in(withoutExecutors(TestServices.on(Jdks.jdk17()).agent("port=0")))));
        talk.jvm().endpointPort();
        talk.end();
        assertThat(unasked.loaded(WEAVING)).isEmpty();
        assertThat(unasked.loaded("io.prometheus.")).isEmpty();

        ClassLog asked = new ClassLog(folder, "asked");
        talk = new Talk(jvms.start(
                asked.in(withoutExecutors(TestServices.on(Jdks.jdk17()).agent("port=0")))));
        talk.scrape();
        talk.end();
        assertThat(asked.loaded(WEAVING)).isEmpty();
        assertThat(asked.loaded("io.prometheus.")).isNotEmpty();
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
