package io.autobot.agent.instrumentation.langchain4jtools;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.library.Unloading;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing of ours keeps an application's framework. */
class Langchain4jToolsUnloadingTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new Langchain4jToolsInstrumentation());

    @Test
    void aLoaderIsCollected() throws Exception {
        Unloading library = Unloading.after(Langchain4jToolsUnloadingTest::use);
        assertThat(agent.scrape().sum("autobot_llm_tool_calls_total", "tool", "weather"))
                .isPositive();
        library.awaitCollected();
    }

    private static ClassLoader use() {
        Map<String, Long> executed = new TreeMap<>();
        try (LibraryLoader library = Langchain4jReleases.loader(Langchain4jReleases.NEWEST)) {
            library.run(ToolSession.class, executed);
            return library;
        }
    }
}
