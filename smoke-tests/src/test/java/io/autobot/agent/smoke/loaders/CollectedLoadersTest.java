package io.autobot.agent.smoke.loaders;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.redis.RedisCluster;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent keeps nothing alive that the application dropped, neither its classes nor what belonged to its clients. */
class CollectedLoadersTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CLIENTS = 10_000;

    /** Objects of one class that may come and go: threads, snapshots, what was dropped since the last sweep. */
    private static final long NOISE = 200;

    @RegisterExtension
    static final RedisServers redis = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    private static RedisProcess server;
    private static RedisCluster cluster;

    @BeforeAll
    static void startServers() {
        server = redis.standalone();
        cluster = redis.cluster(3);
    }

    static Stream<Matrix.Row> rows() {
        return Matrix.rows("3.0.0", "3.10.0", "4.4.8", "6.2.0", "8.0.2").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aDroppedClassLoaderIsCollectedAndClosedClientsLeaveNothing(Matrix.Row row) throws IOException {
        List<File> jars = new ArrayList<>(Libraries.resolve("redis.clients:jedis:" + row.version()));
        jars.add(Programs.compile(jars, "collected/Application.java"));
        List<String> arguments = new ArrayList<>(List.of(
                Integer.toString(server.port()),
                Integer.toString(cluster.masters().get(0).port())));
        jars.forEach(jar -> arguments.add(jar.getPath()));
        ForkedJvm jvm = jvms.start(ForkedJvm.on(row.jdk())
                .agent("host=127.0.0.1,port=0,redis.server-stats.interval=1s")
                .classPath(Programs.compile(List.of(), "collected/Collected.java"))
                .main("Collected", arguments.toArray(new String[0])));
        String metrics = jvm.endpointUrl() + "/metrics";

        for (String use : List.of("direct", "abandoned", "pool", "pubsub", "cluster")) {
            jvm.send("use " + use);
            jvm.awaitStdout(("used " + use)::equals, SOON);
            // The servers are asked too, through what the application made; Jedis 3.0 offers that for pools alone.
            boolean figures = use.equals("pool");
            Scrape.await(
                    metrics,
                    scrape -> !figures
                            || !scrape.find("autobot_redis_memory_used_bytes").isEmpty(),
                    SOON);
            int collected = collected(jvm);
            jvm.send("drop");
            jvm.awaitStdout(line -> line.equals("still held") || collected(jvm) > collected, SOON);
            assertThat(jvm.stdout())
                    .as(() -> "after " + use + ": " + holders(row, jvm))
                    .doesNotContain("still held");
        }

        clients(jvm, CLIENTS / 10);
        Map<String, Long> before = living(row, jvm, 100);
        assertThat(before).isNotEmpty();
        clients(jvm, CLIENTS);
        AtomicInteger few = new AtomicInteger(100);
        // What is dead is found by a collection and forgotten at the next use or scrape.
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            Scrape.get(metrics);
            assertThat(living(row, jvm, few.incrementAndGet()))
                    .allSatisfy((type, count) ->
                            assertThat(count).as(type).isLessThanOrEqualTo(before.getOrDefault(type, 0L) + NOISE));
        });
        assertThat(Scrape.get(metrics).sum("autobot_agent_errors_total")).isZero();
    }

    private static void clients(ForkedJvm jvm, int count) {
        jvm.send("clients " + count);
        jvm.awaitStdout(("clients " + count)::equals, SOON);
    }

    /** Objects of ours and of the library after a collection and a few more clients, a number not used before. */
    private static Map<String, Long> living(Matrix.Row row, ForkedJvm jvm, int few) throws IOException {
        Histogram.of(row.jdk(), jvm);
        clients(jvm, few);
        return Histogram.of(row.jdk(), jvm, "io.autobot.", "com.blogspot.", "redis.clients.");
    }

    private static int collected(ForkedJvm jvm) {
        return (int) jvm.stdout().stream().filter("collected"::equals).count();
    }

    private static String holders(Matrix.Row row, ForkedJvm jvm) {
        try {
            return Histogram.of(row.jdk(), jvm, "io.autobot.", "redis.clients.", "com.blogspot.") + "\n"
                    + Histogram.jcmd(row.jdk(), jvm, "VM.classloaders") + "\n"
                    + Histogram.jcmd(row.jdk(), jvm, "Thread.print");
        } catch (IOException unknown) {
            return unknown.toString();
        }
    }
}
