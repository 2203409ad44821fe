package io.autobot.agent.instrumentation.langgraph4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class Langgraph4jWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new Langgraph4jInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> seen = new ConcurrentHashMap<>();
        try (LibraryLoader library = Langgraph4jReleases.loader(Langgraph4jReleases.NEWEST)) {
            library.run(GraphSession.class, seen);
        }
        assertThat(seen)
                .containsEntry("graph review success", 3L)
                .containsEntry("node review publish completed", 3L)
                .containsEntry("graph cancelled cancelled", 1L);
        assertThat(agent.swallowed()).isNotEmpty();
    }
}
