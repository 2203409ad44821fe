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
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An unchanged service with an agentic system under the finished jar. About 4 s for each JDK. */
class AgenticServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    /** By default the one where the library's pool has virtual threads. */
    static List<Integer> jdks() {
        return Matrix.all() ? List.of(17, 25) : List.of(25);
    }

    private static Map<String, Double> counted(Scrape scrape, String family, String... labels) {
        return scrape.find(family).stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.toMap(
                        sample ->
                                Arrays.stream(labels).map(sample.labels()::get).collect(Collectors.joining(" ")),
                        sample -> sample.value()));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void stepsOnOtherThreadsBelongToTheirSystem(int feature) throws Exception {
        List<File> classPath = new ArrayList<>(Libraries.resolveAll(
                List.of("dev.langchain4j:langchain4j-agentic:1.19.0-beta29", "org.slf4j:slf4j-nop:2.0.17")));
        classPath.add(Programs.compile(classPath, "agentic/AgenticService.java"));
        ForkedJvm jvm = jvms.start(ForkedJvm.on(Jdks.of(feature))
                .agent("port=0")
                .classPath(classPath)
                .main("agentic.AgenticService"));
        jvm.awaitStdout("failed"::equals, PATIENCE);
        jvm.awaitStdout("ready"::equals, PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape scrape = Scrape.get(jvm.endpointUrl() + "/metrics");
            assertThat(counted(scrape, "autobot_workflow_executions_total", "workflow_type", "status"))
                    .isEqualTo(Map.of("publish success", 2.0, "publish failed", 1.0));
            assertThat(counted(scrape, "autobot_workflow_steps_executed_total", "workflow_type", "step_type", "status"))
                    .isEqualTo(Map.of(
                            "publish write completed", 3.0,
                            "publish review completed", 3.0,
                            "publish spelling completed", 3.0,
                            "publish style completed", 2.0,
                            "publish style failed", 1.0));
            assertThat(scrape.sum("autobot_active_workflows")).isZero();
            // What the library has its pool do is not counted once more as a task.
            assertThat(scrape.find("autobot_tasks_executed_total")).isEmpty();
            assertThat(scrape.sum("autobot_agent_errors_total")).isZero();
        });
        jvm.closeStdin();
        assertThat(jvm.exitCode(PATIENCE)).isZero();
    }
}
