package io.autobot.agent.instrumentation.apachehttpclient4;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.CallSites;
import io.autobot.agent.testkit.inprocess.Hooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hooks in the classes of each release, without using them. */
class ApacheHttpClient4VersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new ApacheHttpClient4Instrumentation());

    @Test
    void everyHookFitsAndNoneIsIdle() throws Exception {
        for (String release : ApacheHttpClient4Releases.ASYNC) {
            try (LibraryLoader library = LibraryLoader.of(ApacheHttpClient4Releases.asyncFiles(release))) {
                List<CallSites.Site> sites = Hooks.link(new ApacheHttpClient4Instrumentation(), library);
                assertThat(Hooks.idle(new ApacheHttpClient4Instrumentation(), sites))
                        .as(release)
                        .isEmpty();
            }
        }
    }
}
