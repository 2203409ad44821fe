package io.autobot.agent.instrumentation.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.scrape.Sample;
import io.autobot.agent.testkit.scrape.Scrape;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what Quartz tells its listeners. */
class QuartzInstrumentationTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new QuartzInstrumentation());

    private static Map<String, Long> executed(Scrape scrape) {
        return scrape.find("autobot_tasks_executed_total", "agent_type", "quartz").stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.toMap(
                        sample -> sample.labels().get("task_type") + " "
                                + sample.labels().get("status"),
                        sample -> (long) sample.value()));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.quartz.QuartzReleases#all")
    void countsAsListenersDo(String release) {
        Map<String, Long> told = new TreeMap<>();
        try (LibraryLoader library = QuartzReleases.loader(release)) {
            library.run(QuartzSession.class, told);
        }
        Scrape scrape = agent.scrape();
        assertThat(told.remove("unheard")).isEqualTo(1);
        assertThat(scrape.value("autobot_task_retries_total", "task_type", "Refires", "reason", "connection"))
                .isEqualTo((double) told.remove("refired"))
                .isEqualTo(2);
        assertThat(scrape.sum("autobot_task_retries_total")).isEqualTo(2);
        assertThat(told)
                .isEqualTo(Map.of(
                        "Works success", 3L,
                        "Fails failed", 2L,
                        "Breaks failed", 1L,
                        "Refires failed", 2L,
                        "Refires success", 1L,
                        "Blocks cancelled", 1L,
                        "Vetoed cancelled", 2L,
                        "bean.work success", 1L));
        assertThat(executed(scrape)).isEqualTo(told);
        assertThat(scrape.sum("autobot_task_duration_seconds_count")).isEqualTo(11);
        assertThat(scrape.find("autobot_active_tasks"))
                .hasSize(7)
                .extracting(Sample::value)
                .containsOnly(0.0);
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
    }
}
