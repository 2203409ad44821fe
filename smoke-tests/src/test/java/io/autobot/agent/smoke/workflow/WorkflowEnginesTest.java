package io.autobot.agent.smoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Unchanged services with workflow engines under the finished jar: what they say of themselves is in the metrics. About 5 s for
 * each program and JDK.
 */
class WorkflowEnginesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    static List<Integer> jdks() {
        return Matrix.all() ? List.of(17, 25) : List.of(17);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void springBatch(int feature) throws Exception {
        Map<String, Long> seen = check(
                feature,
                "BatchService",
                "org.springframework.batch:spring-batch-core:6.0.6",
                "org.springframework:spring-jdbc:7.0.10",
                "com.h2database:h2:2.3.232",
                "org.slf4j:slf4j-nop:2.0.17");
        assertThat(seen)
                .containsEntry("workflow brittle failed", 1L)
                .containsEntry("workflow spread success", 2L)
                .containsEntry("step spread part completed", 6L);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void langGraph4j(int feature) throws Exception {
        Map<String, Long> seen = check(
                feature, "GraphService", "org.bsc.langgraph4j:langgraph4j-core:1.8.17", "org.slf4j:slf4j-nop:2.0.17");
        assertThat(seen)
                .containsEntry("approval review approved", 1L)
                .containsEntry("step research books completed", 3L)
                .containsEntry("step research web failed", 1L);
    }

    private Map<String, Long> check(int feature, String program, String... libraries) throws Exception {
        List<File> classPath = new ArrayList<>(Libraries.resolveAll(List.of(libraries)));
        classPath.add(Programs.compile(classPath, "workflow/" + program + ".java"));
        ForkedJvm jvm = jvms.start(ForkedJvm.on(Jdks.of(feature))
                .agent("port=0")
                .classPath(classPath)
                .main("workflow." + program));
        jvm.awaitStdout("ready"::equals, PATIENCE);
        Map<String, Long> seen = seen(jvm.stdout());
        // A node's future is told before whoever listens to it.
        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape scrape = Scrape.get(jvm.endpointUrl() + "/metrics");
            assertThat(counted(scrape)).isEqualTo(seen);
            assertThat(scrape.sum("autobot_active_workflows")).isZero();
            assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
            // Their threads' work is no task beside that.
            assertThat(scrape.sum("autobot_tasks_executed_total")).isZero();
        });
        jvm.closeStdin();
        assertThat(jvm.exitCode(PATIENCE)).isZero();
        // The agent's own line and nothing else.
        assertThat(jvm.stderr()).singleElement().asString().contains("metrics at");
        return seen;
    }

    /** {@code workflow review success} and how often, in the words of the metrics. */
    private static Map<String, Long> seen(List<String> said) {
        Map<String, Long> seen = new TreeMap<>();
        for (String line : said) {
            if (line.startsWith("seen ")) {
                int space = line.lastIndexOf(' ');
                String what = line.substring("seen ".length(), space)
                        .replace("FAILED", "failed")
                        .replace("COMPLETED", line.startsWith("seen workflow") ? "success" : "completed");
                seen.put(what, Long.valueOf(line.substring(space + 1)));
            }
        }
        return seen;
    }

    private static Map<String, Long> counted(Scrape scrape) {
        Map<String, Long> counted = new TreeMap<>();
        add(counted, scrape, "workflow", "autobot_workflow_executions_total", "workflow_type", "status");
        add(counted, scrape, "step", "autobot_workflow_steps_executed_total", "workflow_type", "step_type", "status");
        add(counted, scrape, "approval", "autobot_workflow_approvals_total", "workflow_type", "decision");
        return counted;
    }

    private static void add(Map<String, Long> to, Scrape scrape, String kind, String family, String... labels) {
        scrape.find(family).stream()
                .filter(sample -> sample.value() > 0)
                .forEach(sample -> to.put(
                        kind + " "
                                + Arrays.stream(labels)
                                        .map(sample.labels()::get)
                                        .collect(Collectors.joining(" ")),
                        (long) sample.value()));
    }
}
