package io.autobot.agent.instrumentation.dbscheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class DbSchedulerWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new DbSchedulerInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> told = new TreeMap<>();
        try (LibraryLoader library = DbSchedulerReleases.loader(DbSchedulerReleases.NEWEST)) {
            library.run(DbSchedulerSession.class, told);
        }
        assertThat(told).containsEntry("works OK", 2L).containsEntry("recovers OK", 1L);
        assertThat(agent.swallowed()).isNotEmpty();
        assertThat(agent.scrape().names()).noneMatch(name -> name.startsWith("autobot_tasks_executed"));
    }
}
