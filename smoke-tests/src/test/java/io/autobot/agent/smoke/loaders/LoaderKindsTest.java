package io.autobot.agent.smoke.loaders;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvmBuilder;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However an application loads Jedis, its commands are counted, and the library's version is known. */
class LoaderKindsTest {
    private static final String TIMES = "7";
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final RedisServers redis = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    private static RedisProcess server;

    @BeforeAll
    static void startServer() {
        server = redis.standalone();
    }

    static Stream<Matrix.Row> rows() {
        return Matrix.rows("3.0.0", "4.4.8", "6.2.0", "8.0.2").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void countsAreRightInParentFirstFilteringChildFirstAndSingleLockLoaders(Matrix.Row row) throws IOException {
        List<File> jars = jedis(row);
        jars.add(Programs.compile(jars, "program/Usage.java"));
        File starter = Programs.compile(List.of(), "program/EachIsolation.java", "program/Isolation.java");
        List<String> arguments = new ArrayList<>(List.of(port(), TIMES));
        jars.forEach(jar -> arguments.add(jar.getPath()));

        Scrape scrape =
                run(agent(row).classPath(starter).main("program.EachIsolation", arguments.toArray(new String[0])));

        for (int database = 1; database <= 4; database++) {
            assertCounts(scrape, "db" + database);
        }
        assertVersion(scrape, row);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void countsAreRightInAnExecutableJarOfNestedJars(Matrix.Row row) throws IOException {
        List<File> jars = jedis(row);
        File classes = Programs.compile(jars, "program/Usage.java", "program/Main.java");
        File loader = Libraries.resolve("org.springframework.boot:spring-boot-loader:3.5.6")
                .get(0);
        Path executable = Programs.folder("boot").resolve("service.jar");
        Map<String, String> manifest = Map.of(
                "Main-Class", "org.springframework.boot.loader.launch.JarLauncher",
                "Start-Class", "program.Main",
                "Spring-Boot-Classes", "BOOT-INF/classes/",
                "Spring-Boot-Lib", "BOOT-INF/lib/");
        try (Jars jar = new Jars(executable, manifest)) {
            jar.contents(loader).folder(classes, "BOOT-INF/classes/").nested(jars, "BOOT-INF/lib/");
        }

        Scrape scrape = run(agent(row).jar(executable, port(), "1", TIMES));

        assertCounts(scrape, "db1");
        assertVersion(scrape, row);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void countsAreRightOnTheModulePath(Matrix.Row row) throws IOException {
        List<File> jars = jedis(row);
        // The name of 3.0's module comes from its file name: it has none of its own.
        File module = row.version().startsWith("3.0")
                ? Programs.compileModule(jars, "module3/module-info.java", "program/Usage.java", "program/Main.java")
                : Programs.compileModule(jars, "module/module-info.java", "program/Usage.java", "program/Main.java");
        jars.add(module);
        StringBuilder path = new StringBuilder();
        jars.forEach(
                jar -> path.append(path.length() == 0 ? "" : File.pathSeparator).append(jar));

        Scrape scrape = run(agent(row)
                .jvmArguments("--module-path", path.toString())
                .module("program/program.Main", port(), "1", TIMES));

        assertCounts(scrape, "db1");
        assertVersion(scrape, row);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void countsAreRightInAnOsgiFramework(Matrix.Row row) throws IOException {
        List<File> jars = jedis(row);
        File jedis = jars.remove(0);
        Path bundle = Programs.folder("osgi").resolve("program.jar");
        List<File> visible = new ArrayList<>(jars);
        visible.add(jedis);
        Map<String, String> manifest = Map.of(
                "Bundle-ManifestVersion", "2",
                "Bundle-SymbolicName", "program",
                "Bundle-Version", "1.0.0",
                "Import-Package", "redis.clients.jedis");
        try (Jars jar = new Jars(bundle, manifest)) {
            jar.folder(Programs.compile(visible, "program/Usage.java"), "");
        }
        List<File> felix = Libraries.resolve("org.apache.felix:org.apache.felix.framework:7.0.5");
        File starter = Programs.compile(felix, "osgi/Felix.java");

        // Of what Jedis imports, the framework gives it what it cannot find in a bundle: all but the JDK.
        Scrape scrape = run(agent(row)
                .classPath(felix)
                .classPath(jars)
                .classPath(starter)
                .main(
                        "Felix",
                        port(),
                        "1",
                        TIMES,
                        Programs.folder("storage").toString(),
                        OsgiImports.exportsFor(jedis),
                        jedis.getPath(),
                        bundle.toString()));

        assertCounts(scrape, "db1");
        assertVersion(scrape, row);
    }

    private static List<File> jedis(Matrix.Row row) {
        return new ArrayList<>(Libraries.resolve("redis.clients:jedis:" + row.version()));
    }

    private static ForkedJvmBuilder agent(Matrix.Row row) {
        return ForkedJvm.on(row.jdk()).agent("host=127.0.0.1,port=0");
    }

    private static String port() {
        return Integer.toString(server.port());
    }

    private Scrape run(ForkedJvmBuilder service) throws IOException {
        ForkedJvm jvm = jvms.start(service);
        jvm.awaitStdout(line -> line.startsWith("done"), SOON);
        Scrape scrape = Scrape.get(jvm.endpointUrl() + "/metrics");
        assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
        assertThat(jvm.stderr().stream().filter(line -> line.contains("[autobot-agent]")))
                .hasSize(1);
        return scrape;
    }

    private static void assertCounts(Scrape scrape, String database) {
        for (String operation : List.of("set", "get", "incr")) {
            assertThat(scrape.sum("autobot_redis_operations_total", "database", database, "operation", operation))
                    .as("%s in %s", operation, database)
                    .isEqualTo(Integer.parseInt(TIMES));
        }
    }

    private static void assertVersion(Scrape scrape, Matrix.Row row) {
        assertThat(scrape.find("autobot_agent_instrumentation_info", "name", "jedis"))
                .singleElement()
                .satisfies(sample -> assertThat(sample.labels())
                        .containsEntry("state", "active")
                        .containsEntry("library_version", row.version()));
    }
}
