package io.autobot.agent.instrumentation.springcoreretry;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class SpringCoreRetryWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new SpringCoreRetryInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> again = new TreeMap<>();
        try (LibraryLoader library = SpringCoreReleases.reactive("7.0.10")) {
            library.run(SpringCoreSession.class, again);
            library.run(ReactiveSession.class, again);
        }
        assertThat(again)
                .containsEntry("orders.fetch", 3L)
                .containsEntry("Orders.store", 2L)
                .containsEntry("Orders.one", 8L);
        assertThat(agent.swallowed()).isNotEmpty();
    }
}
