package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvmBuilder;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives and caches of classes go on serving the application, and hide no class from the agent. */
class ClassArchivesTest {
    private static final int GETS = 10;

    @RegisterExtension
    static final RedisServers servers = new RedisServers();

    @TempDir
    static Path folder;

    private static RedisProcess redis;
    private static List<File> classPath;

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @BeforeAll
    static void start() {
        redis = servers.standalone();
        classPath = TestServices.classPathOfJars(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theApplicationsArchivedClassesStayShared(int feature) throws IOException {
        Jdk jdk = Jdks.of(feature);
        Path archive = folder.resolve("app" + feature + ".jsa");
        ForkedJvmBuilder training = service(jdk).jvmArguments("-XX:ArchiveClassesAtExit=" + archive);
        run(training).end();
        ClassLog without = new ClassLog(folder, "without" + feature);
        ClassLog with = new ClassLog(folder, "with" + feature);
        String use = "-XX:SharedArchiveFile=" + archive;
        run(without.in(service(jdk).jvmArguments(use))).end();
        Talk talk = run(with.in(service(jdk).jvmArguments(use)).agent("port=0"));
        assertCounted(talk);
        talk.end();

        Set<String> noLonger = new HashSet<>(without.fromArchive());
        assertThat(noLonger).hasSizeGreaterThan(100);
        noLonger.removeAll(with.fromArchive());
        assertThat(targets()).containsAll(noLonger);
        assertThat(Talk.otherLines(talk.jvm())).isEmpty();
        assertThat(Talk.agentLines(talk.jvm())).hasSize(1);
    }

    @Test
    void anAheadOfTimeCacheMadeWithoutTheAgentHidesNoClassFromIt() {
        Path cache = folder.resolve("without.aot");
        ForkedJvmBuilder training =
                service(Jdks.jdk25()).jvmArguments("--add-modules", "java.instrument", "-XX:AOTCacheOutput=" + cache);
        run(training).end();
        ClassLog log = new ClassLog(folder, "aot-without");
        Talk talk = run(log.in(service(Jdks.jdk25()))
                .jvmArguments("--add-modules", "java.instrument", "-XX:AOTCache=" + cache)
                .agent("port=0"));

        assertCounted(talk);
        talk.end();
        assertThat(log.loaded().get("redis.clients.jedis.JedisPoolConfig")
                        + log.loaded().get("redis.clients.jedis.util.Pool"))
                .contains("shared objects file");
        assertThat(Talk.agentLines(talk.jvm())).hasSize(1);
    }

    @Test
    void anAheadOfTimeCacheMadeWithTheAgentWorksWithoutAWord() {
        Path cache = folder.resolve("with.aot");
        ForkedJvmBuilder training = service(Jdks.jdk25())
                .jvmArguments("-XX:AOTCacheOutput=" + cache)
                .agent("port=0");
        run(training).end();
        Talk talk =
                run(service(Jdks.jdk25()).jvmArguments("-XX:AOTCache=" + cache).agent("port=0"));

        assertCounted(talk);
        ForkedJvm jvm = talk.end();
        assertThat(jvm.stdout()).allMatch(line -> line.startsWith("done "));
        assertThat(jvm.stderr()).hasSize(1).first().asString().contains("metrics at http://");
    }

    private static ForkedJvmBuilder service(Jdk jdk) {
        return ForkedJvm.on(jdk).classPath(classPath).main("Service");
    }

    private Talk run(ForkedJvmBuilder builder) {
        return new Talk(jvms.start(builder)).tell("redis " + redis.port(), "get " + GETS, "databases 1");
    }

    private static void assertCounted(Talk talk) {
        assertThat(talk.scrape()
                        .value(
                                "autobot_redis_operations_total",
                                "database",
                                "main",
                                "operation",
                                "get",
                                "status",
                                "miss"))
                .isEqualTo(GETS);
    }

    /** The classes that the agent may weave. */
    private static Set<String> targets() throws IOException {
        try (JarFile jar = new JarFile(AgentJar.find().toFile());
                InputStream index = jar.getInputStream(jar.getEntry("inst/autobot-agent/gate.index"))) {
            String[] words = new String(index.readAllBytes(), StandardCharsets.UTF_8).split("\\s+");
            return new HashSet<>(List.of(words));
        }
    }
}
