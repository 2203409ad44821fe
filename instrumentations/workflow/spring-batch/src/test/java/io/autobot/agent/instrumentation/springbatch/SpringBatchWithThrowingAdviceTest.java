package io.autobot.agent.instrumentation.springbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class SpringBatchWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new SpringBatchInstrumentation()).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        Map<String, Long> rows;
        try (LibraryLoader library = SpringBatchReleases.loader(SpringBatchReleases.NEWEST)) {
            rows = library.run(BatchSession.class, (Runnable) () -> {});
        }
        assertThat(rows)
                .containsEntry("job/nightly/COMPLETED/COMPLETED", 2L)
                .containsEntry("job/brittle/FAILED/FAILED", 1L)
                .containsEntry("job/brittle/COMPLETED/COMPLETED", 1L);
        assertThat(agent.swallowed()).isNotEmpty();
    }
}
