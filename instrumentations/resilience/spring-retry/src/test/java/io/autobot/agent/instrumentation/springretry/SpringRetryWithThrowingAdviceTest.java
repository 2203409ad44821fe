package io.autobot.agent.instrumentation.springretry;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class SpringRetryWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new SpringRetryInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> seen = new TreeMap<>();
        try (LibraryLoader library = SpringRetryReleases.loader("2.0.13")) {
            library.run(SpringRetrySession.class, seen);
        }
        assertThat(seen).containsEntry("SpringRetrySession", 4L).containsEntry("circuit rejected", 2L);
        assertThat(agent.swallowed()).isNotEmpty();
        assertThat(agent.scrape().names()).noneMatch(name -> name.startsWith("autobot_task_retries"));
    }
}
