package io.autobot.agent.instrumentation.failsafe;

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
class FailsafeVersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new FailsafeInstrumentation());

    @Test
    void everyHookFitsAndNoneIsIdle() throws Exception {
        for (String release : FailsafeReleases.EVERY) {
            List<CallSites.Site> sites = new ArrayList<>();
            try (LibraryLoader library = FailsafeReleases.loader(release)) {
                sites.addAll(Hooks.link(new FailsafeInstrumentation(), library));
            }
            assertThat(Hooks.idle(new FailsafeInstrumentation(), sites))
                    .as(release)
                    .isEmpty();
        }
    }
}
