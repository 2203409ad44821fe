package io.autobot.agent.smoke.tasks;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An unchanged service with scheduled and asynchronous tasks under the finished jar. About 5 s for each JDK. */
class TaskServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    /** By default the one with virtual threads. */
    static List<Integer> jdks() {
        return Matrix.all() ? List.of(17, 25) : List.of(25);
    }

    private static Map<String, Double> executed(Scrape scrape) {
        return scrape.find("autobot_tasks_executed_total").stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.toMap(
                        sample -> sample.labels().get("agent_type") + " "
                                + sample.labels().get("task_type") + " "
                                + sample.labels().get("status"),
                        sample -> sample.value()));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void eachTaskCountsOnce(int feature) throws Exception {
        List<File> classPath = new ArrayList<>(Libraries.resolveAll(
                List.of("org.springframework:spring-context:7.0.10", "org.quartz-scheduler:quartz:2.5.2")));
        classPath.add(Programs.compile(classPath, "tasks/TaskService.java"));
        ForkedJvm jvm = jvms.start(ForkedJvm.on(Jdks.of(feature))
                .agent("port=0")
                .classPath(classPath)
                .main("tasks.TaskService"));
        jvm.awaitStdout("ready"::equals, PATIENCE);

        // The last of each may be on its way out of its method.
        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape scrape = Scrape.get(jvm.endpointUrl() + "/metrics");
            assertThat(executed(scrape))
                    .isEqualTo(Map.of(
                            "spring-scheduled Reports.once success", 1.0,
                            "spring-scheduled Reports.hourly success", 1.0,
                            "spring-async Reports.print success", 1.0,
                            "quartz CleanUp success", 3.0));
            assertThat(scrape.sum("autobot_active_tasks")).isZero();
            assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
        });
        jvm.closeStdin();
        assertThat(jvm.exitCode(PATIENCE)).isZero();
    }
}
