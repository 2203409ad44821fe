package io.autobot.agent.instrumentation.springaitools;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class SpringAiToolsWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new SpringAiToolsInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> executed = new TreeMap<>();
        try (LibraryLoader library = SpringAiReleases.loader(SpringAiReleases.NEWEST)) {
            library.run(ToolSession.class, executed);
        }
        assertThat(executed).containsEntry("weather success", 5L).containsEntry("broken_tool error", 2L);
        assertThat(agent.swallowed()).isNotEmpty();
    }
}
