package io.autobot.agent.instrumentation.apachehttpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.CallSites;
import io.autobot.agent.testkit.inprocess.Hooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hooks in the classes of each release, without using them. */
class ApacheHttpClient5VersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new ApacheHttpClient5Instrumentation());

    @Test
    void everyHookFitsAndNoneIsIdle() throws Exception {
        for (String release : ApacheHttpClient5Releases.EVERY) {
            try (LibraryLoader library = LibraryLoader.of(ApacheHttpClient5Releases.files(release))) {
                List<CallSites.Site> sites = Hooks.link(new ApacheHttpClient5Instrumentation(), library);
                assertThat(Hooks.idle(new ApacheHttpClient5Instrumentation(), sites))
                        .as(release)
                        .isEmpty();
            }
        }
    }
}
