package io.autobot.agent.instrumentation.failsafe;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class FailsafeWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new FailsafeInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> seen = new ConcurrentHashMap<>();
        try (LibraryLoader library = FailsafeReleases.loader("3.3.2")) {
            library.run(FailsafeSession.class, seen);
        }
        assertThat(seen).containsEntry("retries", 11L).containsEntry("opened", 5L);
        assertThat(agent.swallowed()).isNotEmpty();
        assertThat(agent.scrape().names()).noneMatch(name -> name.startsWith("autobot_circuit_breaker"));
    }
}
