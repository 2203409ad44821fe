package io.autobot.agent.instrumentation.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.CallSites;
import io.autobot.agent.testkit.inprocess.Hooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hooks in the classes of each release, without using them. */
class Resilience4jVersionsTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new Resilience4jInstrumentation());

    @Test
    void everyHookFitsAndNoneIsIdle() throws Exception {
        List<CallSites.Site> sites = new ArrayList<>();
        for (String release : Resilience4jReleases.EVERY) {
            try (LibraryLoader library = Resilience4jReleases.loader(release)) {
                List<CallSites.Site> woven = Hooks.link(new Resilience4jInstrumentation(), library);
                assertThat(woven).as(release).extracting(CallSites.Site::advice).contains(ProbeAdvice.class.getName());
                sites.addAll(woven);
            }
        }
        assertThat(Hooks.idle(new Resilience4jInstrumentation(), sites)).isEmpty();
    }

    @Test
    void releasesBeforeTheirReasonsCouldBeSeenAreLeftAlone() throws Exception {
        agent.expectState("resilience4j", State.INCOMPATIBLE);
        try (LibraryLoader library = Resilience4jReleases.loader("1.1.0")) {
            assertThat(Hooks.link(new Resilience4jInstrumentation(), library)).isEmpty();
        }
        assertThat(agent.status().instrumentations())
                .singleElement()
                .returns("1.1.0", InstrumentationStatus::libraryVersion);
    }
}
