package io.autobot.agent.instrumentation.langchain4jagentic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the agents of the systems have counted themselves. */
class Langchain4jAgenticInstrumentationTest {
    private static final String EXECUTIONS = "autobot_workflow_executions_total";
    private static final String DURATIONS = "autobot_workflow_duration_seconds_count";
    private static final String STEPS = "autobot_workflow_steps_executed_total";
    private static final String APPROVALS = "autobot_workflow_approvals_total";
    private static final String RETRIES = "autobot_task_retries_total";
    private static final String ACTIVE = "autobot_active_workflows";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new Langchain4jAgenticInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.langchain4jagentic.AgenticReleases#all")
    void countsAsTheAgentsDo(String release) {
        Map<String, Long> seen = new ConcurrentHashMap<>();
        try (LibraryLoader library = AgenticReleases.loader(release)) {
            library.run(AgenticSession.class, seen);
        }
        assertThat(counted(EXECUTIONS, "workflow_type", "status")).isEqualTo(of(seen, "system "));
        // What is not waited for may end after its system.
        await().untilAsserted(() -> assertThat(counted(STEPS, "workflow_type", "step_type", "status"))
                .isEqualTo(of(seen, "step ")));
        assertThat(counted(APPROVALS, "workflow_type", "decision")).isEqualTo(of(seen, "person "));
        assertThat(counted(RETRIES, "task_type", "reason")).isEqualTo(of(seen, "retry "));
        assertThat(agent.scrape().sum(DURATIONS)).isEqualTo(agent.scrape().sum(EXECUTIONS));
        assertThat(agent.scrape().sum(ACTIVE)).isZero();
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
    }

    private static Map<String, Long> of(Map<String, Long> seen, String prefix) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        Long::sum,
                        TreeMap::new));
    }

    private Map<String, Long> counted(String family, String... labels) {
        return agent.scrape().find(family).stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.toMap(
                        sample ->
                                Arrays.stream(labels).map(sample.labels()::get).collect(Collectors.joining(" ")),
                        sample -> (long) sample.value(),
                        Long::sum,
                        TreeMap::new));
    }
}
