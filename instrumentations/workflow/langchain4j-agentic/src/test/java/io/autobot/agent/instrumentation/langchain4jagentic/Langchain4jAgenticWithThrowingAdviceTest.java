package io.autobot.agent.instrumentation.langchain4jagentic;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class Langchain4jAgenticWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new Langchain4jAgenticInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> seen = new ConcurrentHashMap<>();
        try (LibraryLoader library = AgenticReleases.loader(AgenticReleases.NEWEST)) {
            library.run(AgenticSession.class, seen);
        }
        assertThat(seen)
                .containsEntry("system polish success", 1L)
                .containsEntry("system write cancelled", 1L)
                .containsEntry("step stop edit completed", 1L);
        assertThat(agent.swallowed()).isNotEmpty();
    }
}
