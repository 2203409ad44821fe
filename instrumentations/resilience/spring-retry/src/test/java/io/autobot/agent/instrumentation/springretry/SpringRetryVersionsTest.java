package io.autobot.agent.instrumentation.springretry;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.CallSites;
import io.autobot.agent.testkit.inprocess.Hooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hooks in the classes of each release, without using them. */
class SpringRetryVersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new SpringRetryInstrumentation());

    @Test
    void everyHookFitsAndNoneIsIdle() throws Exception {
        for (String release : SpringRetryReleases.EVERY) {
            List<CallSites.Site> sites = new ArrayList<>();
            try (LibraryLoader library = SpringRetryReleases.loader(release)) {
                sites.addAll(Hooks.link(new SpringRetryInstrumentation(), library));
            }
            assertThat(Hooks.idle(new SpringRetryInstrumentation(), sites))
                    .as(release)
                    .isEmpty();
        }
    }
}
