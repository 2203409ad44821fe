package io.autobot.agent.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the nodes of the graphs have counted themselves. */
class Langgraph4jInstrumentationTest {
    private static final String EXECUTIONS = "autobot_workflow_executions_total";
    private static final String STEPS = "autobot_workflow_steps_executed_total";
    private static final String APPROVALS = "autobot_workflow_approvals_total";
    private static final String ACTIVE = "autobot_active_workflows";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new Langgraph4jInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.langgraph4j.Langgraph4jReleases#all")
    void countsAsTheNodesDo(String release) {
        // Makes the test's own HTTP client on this side, lest it keep the library's loader alive.
        agent.scrape();
        WeakReference<ClassLoader> loader = use(release);
        // A stream that nobody can read any more is not active, and its loader is not kept.
        await().untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
            assertThat(agent.scrape().sum(ACTIVE)).isZero();
        });
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
    }

    private WeakReference<ClassLoader> use(String release) {
        Map<String, Long> seen = new ConcurrentHashMap<>();
        try (LibraryLoader library = Langgraph4jReleases.loader(release)) {
            Object abandoned = library.run(GraphSession.class, seen);
            assertThat(counted(EXECUTIONS, "workflow_type", "status")).isEqualTo(of(seen, "graph "));
            assertThat(counted(STEPS, "workflow_type", "step_type", "status")).isEqualTo(of(seen, "node "));
            assertThat(counted(APPROVALS, "workflow_type", "decision"))
                    .hasSize(4)
                    .isEqualTo(of(seen, "person "));
            assertThat(agent.scrape().sum(ACTIVE)).isEqualTo(1);
            Reference.reachabilityFence(abandoned);
            return new WeakReference<>(library);
        }
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
