package io.autobot.agent.instrumentation.langchain4jtools;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the tools themselves have counted. */
class Langchain4jToolsInstrumentationTest {
    private static final String CALLS = "autobot_llm_tool_calls_total";
    private static final String DURATIONS = "autobot_llm_tool_duration_seconds_count";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new Langchain4jToolsInstrumentation());

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
    @MethodSource("io.autobot.agent.instrumentation.langchain4jtools.Langchain4jReleases#all")
    void countsAsTheToolsDo(String release) {
        Map<String, Long> executed = new TreeMap<>();
        try (LibraryLoader library = Langchain4jReleases.loader(release)) {
            library.run(ToolSession.class, executed);
        }
        boolean serviceExecutes = executed.containsKey("custom success");
        assertThat(executed)
                .containsEntry("weather success", serviceExecutes ? 6L : 5L)
                .containsEntry("broken_tool error", serviceExecutes ? 5L : 4L)
                .containsEntry("ask success", 1L);
        assertThat(counted("tool", "status")).isEqualTo(executed);
        assertThat(durations())
                .isEqualTo(executed.values().stream().mapToLong(Long::longValue).sum());
        assertThat(agent.scrape().sum(CALLS, "provider", "ollama")).isEqualTo(2);
        assertThat(agent.scrape().sum(CALLS, "provider", "unknown")).isEqualTo(2);
        assertThat(agent.scrape().sum(CALLS, "provider", "anthropic")).isEqualTo(serviceExecutes ? 10 : 6);
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
    }

    /** A service that undoes what tools did does it the way it executes them. */
    @Test
    void compensationIsNoToolCall() {
        Map<String, Long> counts = new TreeMap<>();
        try (LibraryLoader library = Langchain4jReleases.loader(Langchain4jReleases.NEWEST)) {
            library.run(CompensatedSession.class, counts);
        }
        assertThat(counts).containsEntry("cancelled", 1L);
        assertThat(counted("tool", "status")).isEqualTo(Map.of("book success", 1L, "pay error", 1L));
    }
}
