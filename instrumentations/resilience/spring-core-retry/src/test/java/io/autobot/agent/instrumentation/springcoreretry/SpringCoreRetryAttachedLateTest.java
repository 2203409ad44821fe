package io.autobot.agent.instrumentation.springcoreretry;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Spring and Reactor were there before the agent, so nothing of ours is in their objects. */
class SpringCoreRetryAttachedLateTest {
    private static LibraryLoader library;

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new SpringCoreRetryInstrumentation());

    /** Before the extension starts the agent. */
    @BeforeAll
    static void runWithoutAgent() {
        library = SpringCoreReleases.reactive("7.0.10");
        library.run(ReactiveSession.class, new TreeMap<String, Long>());
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @Test
    void countsTheSame() {
        Map<String, Long> again = new TreeMap<>();
        library.run(ReactiveSession.class, again);
        for (String method : new String[] {"Orders.one", "Orders.many", "Orders.late"}) {
            assertThat(again.get(method)).as(method).isPositive();
            assertThat(agent.scrape().sum("autobot_task_retries_total", "task_type", method))
                    .as(method)
                    .isEqualTo(again.get(method).doubleValue());
        }
    }
}
