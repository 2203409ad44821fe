package io.autobot.agent.smoke.loaders;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Threads that load and link at the same time through all kinds of loaders neither wait for each other for ever nor
 * lose a count. As many JVMs as {@code -Dautobot.test.starts} says, 8 by default, on JDK 17 and 25 in turn.
 */
class ParallelStartsTest {
    private static final int STARTS = Integer.getInteger("autobot.test.starts", Matrix.all() ? 100 : 8);
    private static final int TIMES = 20;
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final RedisServers redis = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @Test
    void everyStartEndsAndEveryCommandIsCounted() throws IOException {
        RedisProcess server = redis.standalone("maxclients 5000");
        List<Run> runs = List.of(run(Jdks.jdk17(), "3.10.0"), run(Jdks.jdk25(), "8.0.2"));
        for (int start = 0; start < STARTS; start++) {
            start(runs.get(start % runs.size()), server, start);
        }
    }

    private record Run(Jdk jdk, List<File> jars, File starter) {}

    private static Run run(Jdk jdk, String version) {
        List<File> jars = new ArrayList<>(Libraries.resolve("redis.clients:jedis:" + version));
        jars.add(Programs.compile(jars, "program/Usage.java"));
        return new Run(
                jdk, jars, Programs.compile(List.of(), "parallel/ParallelStarts.java", "program/Isolation.java"));
    }

    private void start(Run run, RedisProcess server, int seed) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(Integer.toString(server.port()), Integer.toString(TIMES), Integer.toString(seed)));
        run.jars().forEach(jar -> arguments.add(jar.getPath()));
        try (ForkedJvm jvm = jvms.start(ForkedJvm.on(run.jdk())
                .agent("host=127.0.0.1,port=0")
                .classPath(run.starter())
                .main("ParallelStarts", arguments.toArray(new String[0])))) {
            String end = await(run, jvm, seed);
            int sets = Integer.parseInt(end.split(" ")[1]);
            assertThat(end).as(jvm::report).isEqualTo("sets " + sets + " failures 0");
            Scrape scrape = Scrape.get(jvm.endpointUrl() + "/metrics");
            for (String operation : List.of("set", "get")) {
                assertThat(scrape.sum("autobot_redis_operations_total", "database", "db1", "operation", operation))
                        .as("%s on %s, seed %s", operation, run.jdk(), seed)
                        .isEqualTo(sets);
            }
            assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
        }
    }

    private static String await(Run run, ForkedJvm jvm, int seed) throws IOException {
        try {
            return jvm.awaitStdout(line -> line.startsWith("sets "), SOON);
        } catch (AssertionError stuck) {
            throw new AssertionError(
                    "seed " + seed + " on " + run.jdk() + "\n" + Histogram.jcmd(run.jdk(), jvm, "Thread.print", "-l"),
                    stuck);
        }
    }
}
