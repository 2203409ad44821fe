package io.autobot.agent.smoke.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program's own ledger of its tasks agrees with the metrics to the last one, under the finished jar. About 5 s for
 * each JDK; with {@code -Pmatrix} two million tasks.
 */
class ManyTasksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String EXECUTED = "autobot_tasks_executed_total";

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    private static Map<String, Long> ledger(ForkedJvm jvm) {
        Map<String, Long> ledger = new TreeMap<>();
        for (String line : jvm.stdout()) {
            if (line.startsWith("seen ")) {
                int space = line.lastIndexOf(' ');
                ledger.put(line.substring("seen ".length(), space), Long.valueOf(line.substring(space + 1)));
            }
        }
        return ledger;
    }

    private static Map<String, Long> counted(Scrape scrape) {
        return scrape.find(EXECUTED).stream()
                .filter(sample -> sample.value() > 0)
                .filter(sample -> !"early".equals(sample.labels().get("agent_type")))
                .collect(Collectors.groupingBy(
                        sample -> sample.labels().get("task_type") + " "
                                + sample.labels().get("status"),
                        TreeMap::new,
                        Collectors.summingLong(sample -> (long) sample.value())));
    }

    private static Scrape scrape(ForkedJvm jvm) {
        try {
            return Scrape.get(jvm.endpointUrl() + "/metrics");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Live objects of a class of the agent's. */
    private static long instances(Jdk jdk, ForkedJvm jvm, String className) throws Exception {
        Process histogram =
                new ProcessBuilder(jdk.tool("jcmd").toString(), Long.toString(jvm.pid()), "GC.class_histogram").start();
        try (var lines = histogram.inputReader()) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> line.split("\\s+").length > 3 && line.split("\\s+")[3].equals(className))
                    .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                    .sum();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theLedgerAgrees(int feature) throws Exception {
        Jdk jdk = Jdks.of(feature);
        int tasks = Matrix.all() ? 2_000_000 : 300_000;
        int pools = Matrix.all() ? 10_000 : 2_000;
        ForkedJvm jvm = jvms.start(ForkedJvm.on(jdk)
                .agent("port=0,executors.delay=0s")
                .classPath(List.of(Programs.compile(List.of(), "tasks/ManyTasks.java")))
                .main("tasks.ManyTasks", Integer.toString(tasks), Integer.toString(pools)));
        jvm.awaitStdout("ready"::equals, PATIENCE);
        await().atMost(PATIENCE).until(() -> scrape(jvm).sum(EXECUTED, "agent_type", "early", "status", "success") > 0);
        jvm.send("go");
        jvm.awaitStdout("done"::equals, PATIENCE);

        Map<String, Long> ledger = ledger(jvm);
        assertThat(ledger.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(tasks * 9L / 10);
        // A worker says that it has done with its task after the task has told its future.
        await().untilAsserted(() -> assertThat(counted(scrape(jvm))).isEqualTo(ledger));
        Scrape scrape = scrape(jvm);
        assertThat(scrape.sum("autobot_active_tasks")).isZero();
        assertThat(scrape.sum("autobot_task_queue_size")).isZero();
        assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
        assertThat(scrape.sum("autobot_agent_series_folded_total")).isZero();
        // Nothing is left of pools that nobody has any more.
        await().untilAsserted(() -> {
            assertThat(instances(jdk, jvm, "io.autobot.agent.instrumentation.executors.PoolQueue"))
                    .isLessThan(50);
            assertThat(instances(jdk, jvm, "io.autobot.agent.instrumentation.executors.PoolThread"))
                    .isLessThan(50);
        });
        assertThat(jvm.stderr()).hasSize(1);
    }
}
