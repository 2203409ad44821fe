package io.autobot.agent.instrumentation.jobrunr;

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

/** What the agent counts is what JobRunr's storage says. */
class JobRunrInstrumentationTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new JobRunrInstrumentation());

    private static Map<String, Long> executed(Scrape scrape) {
        return scrape.find("autobot_tasks_executed_total", "agent_type", "jobrunr").stream()
                .filter(sample -> sample.value() > 0)
                .collect(Collectors.toMap(
                        sample -> sample.labels().get("task_type") + " "
                                + sample.labels().get("status"),
                        sample -> (long) sample.value()));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.jobrunr.JobRunrReleases#all")
    void countsAsTheStorageDoes(String release) {
        Map<String, Long> history = new TreeMap<>();
        try (LibraryLoader library = JobRunrReleases.loader(release)) {
            library.run(JobRunrSession.class, history);
        }
        assertThat(history)
                .containsEntry("works PROCESSING", 2L)
                .containsEntry("works SUCCEEDED", 2L)
                .containsEntry("recovers PROCESSING", 2L)
                .containsEntry("recovers FAILED", 1L)
                .containsEntry("recovers SUCCEEDED", 1L)
                .containsEntry("breaks PROCESSING", 2L)
                .containsEntry("breaks FAILED", 2L)
                .containsEntry("blocks PROCESSING", 1L)
                .containsEntry("blocks DELETED", 1L)
                .doesNotContainKey("blocks FAILED");
        Scrape scrape = agent.scrape();
        assertThat(executed(scrape))
                .isEqualTo(Map.of(
                        "Jobs.works success", 2L,
                        "Jobs.recovers failed", 1L,
                        "Jobs.recovers success", 1L,
                        "Jobs.breaks failed", 2L,
                        "Jobs.blocks cancelled", 1L));
        assertThat(scrape.value("autobot_task_retries_total", "task_type", "Jobs.recovers", "reason", "connection"))
                .isEqualTo(1);
        assertThat(scrape.value("autobot_task_retries_total", "task_type", "Jobs.breaks", "reason", "error"))
                .isEqualTo(1);
        assertThat(scrape.sum("autobot_task_retries_total")).isEqualTo(2);
        assertThat(scrape.sum("autobot_task_duration_seconds_count")).isEqualTo(7);
        assertThat(scrape.find("autobot_active_tasks"))
                .hasSize(4)
                .extracting(Sample::value)
                .containsOnly(0.0);
        assertThat(agent.status().instrumentations())
                .allSatisfy(status -> assertThat(status.state()).isEqualTo(State.ACTIVE));
    }
}
