package io.autobot.agent.smoke.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.smoke.loaders.Jars;
import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvmBuilder;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
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

/** Other agents in the same JVM do their work and so does ours, whichever comes first. */
class PeerAgentsTest {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int TIMES = 50;

    @RegisterExtension
    static final RedisServers redis = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    private static RedisProcess server;

    @BeforeAll
    static void startServer() {
        server = redis.standalone();
    }

    /** @param oursFirst the order of the two {@code -javaagent} options */
    record Order(Jdk jdk, String jedis, boolean oursFirst) {}

    static Stream<Order> orders() {
        List<Order> orders = new ArrayList<>(
                List.of(new Order(Jdks.jdk17(), "3.10.0", true), new Order(Jdks.jdk25(), "6.2.0", false)));
        if (Matrix.all()) {
            orders.add(new Order(Jdks.jdk17(), "3.10.0", false));
            orders.add(new Order(Jdks.jdk25(), "6.2.0", true));
            orders.add(new Order(Jdks.jdk17(), "4.4.8", false));
            orders.add(new Order(Jdks.jdk25(), "8.0.2", true));
        }
        return orders.stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void besideOpenTelemetryBothReport(Order order) throws IOException {
        Path peer = Libraries.resolve("io.opentelemetry.javaagent:opentelemetry-javaagent:2.20.1")
                .get(0)
                .toPath();
        ForkedJvm jvm = start(
                order,
                peer,
                "",
                service -> service.property("otel.traces.exporter", "console")
                        .property("otel.metrics.exporter", "none")
                        .property("otel.logs.exporter", "none")
                        .property("otel.javaagent.logging", "simple")
                        .property("otel.bsp.schedule.delay", "200"));

        assertOurCounts(jvm);
        // One line for each span; the name is the command's.
        jvm.awaitLine(line -> line.contains("'INCR'") && line.contains("jedis"), SOON);
        jvm.awaitLine(line -> line.contains("'GET'") && line.contains("jedis"), SOON);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void besideAnAgentThatRetransformsEverythingNothingIsLostOrCountedTwice(Order order) throws IOException {
        Path peer = Programs.folder("peer").resolve("peer.jar");
        Map<String, String> manifest = Map.of("Premain-Class", "RetransformAll", "Can-Retransform-Classes", "true");
        try (Jars jar = new Jars(peer, manifest)) {
            jar.folder(Programs.compile(List.of(), "peers/RetransformAll.java"), "");
        }

        ForkedJvm jvm = start(order, peer, "", service -> {});

        jvm.awaitStdout(line -> line.startsWith("retransformed "), SOON);
        assertOurCounts(jvm);
        jvm.send("again");
        jvm.awaitStdout("done again"::equals, SOON);
        assertThat(Scrape.get(jvm.endpointUrl() + "/metrics")
                        .sum("autobot_redis_operations_total", "database", "db1", "operation", "set"))
                .isEqualTo(2 * TIMES);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void besideJacocoOurCountsAreExactAndItsFileIsWritten(Order order) throws IOException {
        Path peer = Libraries.resolve("org.jacoco:org.jacoco.agent:jar:runtime:0.8.14")
                .get(0)
                .toPath();
        File written = Programs.folder("coverage").resolve("jacoco.exec").toFile();

        ForkedJvm jvm = start(order, peer, "destfile=" + written, service -> {});

        assertOurCounts(jvm);
        jvm.closeStdin();
        assertThat(jvm.exitCode(SOON)).isZero();
        assertThat(written).isNotEmpty();
    }

    private ForkedJvm start(
            Order order, Path peer, String arguments, java.util.function.Consumer<ForkedJvmBuilder> more) {
        List<File> classPath = new ArrayList<>(Libraries.resolve("redis.clients:jedis:" + order.jedis()));
        classPath.add(Programs.compile(classPath, "program/Usage.java", "peers/Repeated.java"));
        ForkedJvmBuilder service = ForkedJvm.on(order.jdk())
                .classPath(classPath)
                .main("Repeated", Integer.toString(server.port()), Integer.toString(TIMES));
        if (order.oursFirst()) {
            service.agent("host=127.0.0.1,port=0").agent(peer, arguments);
        } else {
            service.agent(peer, arguments).agent("host=127.0.0.1,port=0");
        }
        more.accept(service);
        ForkedJvm jvm = jvms.start(service);
        jvm.awaitStdout("done"::equals, SOON);
        return jvm;
    }

    private static void assertOurCounts(ForkedJvm jvm) throws IOException {
        Scrape scrape = Scrape.get(jvm.endpointUrl() + "/metrics");
        for (String operation : List.of("set", "get", "incr")) {
            assertThat(scrape.sum("autobot_redis_operations_total", "database", "db1", "operation", operation))
                    .as(operation)
                    .isEqualTo(TIMES);
        }
        assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
    }
}
