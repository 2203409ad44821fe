package io.autobot.agent.instrumentation.springaitools;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the tools themselves have counted. */
class SpringAiToolsInstrumentationTest {
    private static final String CALLS = "autobot_llm_tool_calls_total";
    private static final String DURATIONS = "autobot_llm_tool_duration_seconds_count";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new SpringAiToolsInstrumentation());

    /** By the values of two labels, without what stands at 0. */
    private Map<String, Long> counted(String first, String second) {
        return agent.scrape().find(CALLS).stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.groupingBy(
                        sample -> sample.labels().get(first) + " "
                                + sample.labels().get(second),
                        TreeMap::new,
                        Collectors.summingLong(sample -> (long) sample.value())));
    }

    private long durations() {
        return agent.scrape().find(DURATIONS).stream()
                .mapToLong(sample -> (long) sample.value())
                .sum();
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.springaitools.SpringAiReleases#all")
    void countsAsTheToolsDo(String release) {
        Map<String, Long> executed = new TreeMap<>();
        try (LibraryLoader library = SpringAiReleases.loader(release)) {
            library.run(ToolSession.class, executed);
        }
        assertThat(executed)
                .isEqualTo(Map.of(
                        "weather success", 5L,
                        "broken_tool error", 2L,
                        "ask success", 1L,
                        "function success", 1L,
                        "function_broken error", 1L,
                        "custom success", 1L,
                        "custom_broken error", 1L,
                        "custom_elsewhere error", 1L));
        assertThat(counted("tool", "status")).isEqualTo(executed);
        assertThat(durations())
                .isEqualTo(executed.values().stream().mapToLong(Long::longValue).sum());
        assertThat(agent.scrape().sum(CALLS, "provider", "unknown")).isEqualTo(13);
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
    }
}
