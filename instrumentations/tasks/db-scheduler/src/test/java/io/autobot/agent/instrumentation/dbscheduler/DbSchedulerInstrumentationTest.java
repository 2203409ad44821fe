package io.autobot.agent.instrumentation.dbscheduler;

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

/** What the agent counts is what db-scheduler's own statistics say. */
class DbSchedulerInstrumentationTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new DbSchedulerInstrumentation());

    private static Map<String, Long> executed(Scrape scrape) {
        return scrape.find("autobot_tasks_executed_total", "agent_type", "db-scheduler").stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.toMap(
                        sample -> sample.labels().get("task_type") + " "
                                + sample.labels().get("status"),
                        sample -> (long) sample.value()));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.dbscheduler.DbSchedulerReleases#all")
    void countsAsTheLibraryDoes(String release) {
        Map<String, Long> told = new TreeMap<>();
        try (LibraryLoader library = DbSchedulerReleases.loader(release)) {
            library.run(DbSchedulerSession.class, told);
        }
        long again = told.remove("ran again");
        assertThat(told)
                .isEqualTo(Map.of(
                        "works OK", 2L,
                        "recovers FAILED", 2L,
                        "recovers OK", 1L,
                        "breaks FAILED", 2L,
                        "blocks FAILED", 1L,
                        "again OK", again));
        Scrape scrape = agent.scrape();
        assertThat(executed(scrape))
                .isEqualTo(Map.of(
                        "works success", 2L,
                        "recovers failed", 2L,
                        "recovers success", 1L,
                        "breaks failed", 2L,
                        "blocks cancelled", 1L,
                        "again success", again));
        assertThat(scrape.value("autobot_task_retries_total", "task_type", "recovers", "reason", "connection"))
                .isEqualTo(2);
        assertThat(scrape.value("autobot_task_retries_total", "task_type", "breaks", "reason", "error"))
                .isEqualTo(1);
        assertThat(scrape.sum("autobot_task_retries_total")).isEqualTo(3);
        assertThat(scrape.sum("autobot_task_duration_seconds_count")).isEqualTo(8 + again);
        assertThat(scrape.find("autobot_active_tasks"))
                .hasSize(5)
                .extracting(Sample::value)
                .containsOnly(0.0);
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
    }
}
