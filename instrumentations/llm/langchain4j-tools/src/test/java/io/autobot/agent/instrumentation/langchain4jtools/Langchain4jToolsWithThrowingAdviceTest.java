package io.autobot.agent.instrumentation.langchain4jtools;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class Langchain4jToolsWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new Langchain4jToolsInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> executed = new TreeMap<>();
        try (LibraryLoader library = Langchain4jReleases.loader(Langchain4jReleases.NEWEST)) {
            library.run(ToolSession.class, executed);
            library.run(CompensatedSession.class, executed);
        }
        assertThat(executed)
                .containsEntry("weather success", 6L)
                .containsEntry("broken_tool error", 5L)
                .containsEntry("cancelled", 1L);
        assertThat(agent.swallowed()).isNotEmpty();
    }
}
