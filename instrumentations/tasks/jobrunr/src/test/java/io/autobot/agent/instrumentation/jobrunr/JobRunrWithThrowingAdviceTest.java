package io.autobot.agent.instrumentation.jobrunr;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class JobRunrWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new JobRunrInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> history = new TreeMap<>();
        try (LibraryLoader library = JobRunrReleases.loader(JobRunrReleases.NEWEST)) {
            library.run(JobRunrSession.class, history);
        }
        assertThat(history).containsEntry("works SUCCEEDED", 2L).containsEntry("recovers SUCCEEDED", 1L);
        assertThat(agent.swallowed()).isNotEmpty();
        assertThat(agent.scrape().names()).noneMatch(name -> name.startsWith("autobot_tasks_executed"));
    }
}
