package io.autobot.agent.instrumentation.langchain4jagentic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.library.Unloading;
import java.lang.ref.Reference;
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
        Reference<?> system = use(release, seen);
        assertThat(counted(EXECUTIONS, "workflow_type", "status")).isEqualTo(of(seen, "system "));
        // What is not waited for may end after its system.
        await().untilAsserted(() -> assertThat(counted(STEPS, "workflow_type", "step_type", "status"))
                .isEqualTo(of(seen, "step ")));
        assertThat(counted(APPROVALS, "workflow_type", "decision")).isEqualTo(of(seen, "person "));
        assertThat(counted(RETRIES, "task_type", "reason")).isEqualTo(of(seen, "retry "));
        assertAsTheListenerWasTold(seen);
        assertThat(agent.scrape().sum(DURATIONS)).isEqualTo(agent.scrape().sum(EXECUTIONS));
        assertThat(agent.scrape().sum(ACTIVE)).isZero();
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
        // The library's loader is kept by the library itself, also without an agent; its systems are not.
        Unloading.awaitCollected(system);
    }

    private static Reference<?> use(String release, Map<String, Long> seen) {
        try (LibraryLoader library = AgenticReleases.loader(release)) {
            return library.run(AgenticSession.class, seen);
        }
    }

    /** Which is told that a stream ended when it begins, and of each item of a list by a name of its own. */
    private static void assertAsTheListenerWasTold(Map<String, Long> seen) {
        Map<String, Long> steps = of(seen, "step ");
        of(seen, "told ").forEach((step, times) -> {
            if (!step.startsWith("recite ") && !step.startsWith("each ")) {
                assertThat(steps).containsEntry(step, times);
            }
        });
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
