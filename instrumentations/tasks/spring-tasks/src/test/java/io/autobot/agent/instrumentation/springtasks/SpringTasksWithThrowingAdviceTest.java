package io.autobot.agent.instrumentation.springtasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The framework does what it does when every advice throws. */
class SpringTasksWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new SpringTasksInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> counted = new TreeMap<>();
        Map<String, Long> reactive = new TreeMap<>();
        try (LibraryLoader library = SpringReleases.loader(SpringReleases.NEWEST)) {
            library.run(AsyncSession.class, counted);
            library.run(ReactiveSession.class, reactive);
            library.run(ScheduledSession.class, counted);
        }
        assertThat(counted)
                .containsEntry("Mails.send spring-async success", 2L)
                .containsEntry("Mails.block spring-async rejected", 1L)
                .containsEntry("Others.inherited spring-scheduled success", 1L);
        assertThat(reactive).containsEntry("Jobs.endless spring-scheduled cancelled", 1L);
        assertThat(agent.swallowed()).isNotEmpty();
        assertThat(agent.scrape().names()).noneMatch(name -> name.startsWith("autobot_tasks_executed"));
    }
}
