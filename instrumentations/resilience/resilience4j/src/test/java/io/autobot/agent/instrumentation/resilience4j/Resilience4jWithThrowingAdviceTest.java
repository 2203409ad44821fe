package io.autobot.agent.instrumentation.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library does what it does when every advice throws. */
class Resilience4jWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new Resilience4jInstrumentation()).withThrowingAdvice();

    @ParameterizedTest
    @ValueSource(strings = {"1.3.1", "2.4.0"})
    void theApplicationDoesNotNotice(String release) {
        Map<String, Long> seen = new HashMap<>();
        Map<String, Long> again = new HashMap<>();
        try (LibraryLoader library = Resilience4jReleases.loader(release)) {
            library.run(BreakerSession.class, seen);
            library.run(RetrySession.class, again);
        }
        assertThat(seen).containsEntry("failing OPEN", 2L).containsEntry("slow REJECTED", 1L);
        assertThat(again).containsEntry("throwing", 5L);
        assertThat(agent.swallowed()).isNotEmpty();
        assertThat(agent.scrape().names()).noneMatch(name -> name.startsWith("autobot_circuit_breaker"));
    }
}
