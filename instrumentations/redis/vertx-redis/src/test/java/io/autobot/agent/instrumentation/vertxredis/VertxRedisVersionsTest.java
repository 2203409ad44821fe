package io.autobot.agent.instrumentation.vertxredis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.CallSites;
import io.autobot.agent.testkit.inprocess.Hooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every hook in every release of the client: the classes are woven and verified by the JVM, and every woven call is linked,
 * which resolves all members of Vert.x that the advice uses. No server is involved.
 */
class VertxRedisVersionsTest {
    /** One for all: an agent of each test's own would weave the classes of all releases before it once more. */
    @RegisterExtension
    static final WeavingExtension AGENT = WeavingExtension.of(new VertxRedisInstrumentation());

    /** By release: two tests look at them. */
    private static final Map<String, List<CallSites.Site>> SITES = new HashMap<>();

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.vertxredis.VertxRedisReleases#all")
    void everyHookFitsAndEveryMemberIsThere(String release) throws Exception {
        List<CallSites.Site> sites = sites(release);

        assertThat(sites).extracting(CallSites.Site::advice).contains(ReplyAdvice.class.getName());
        assertThat(AGENT.status().instrumentations())
                .singleElement()
                .returns(State.ACTIVE, InstrumentationStatus::state);
    }

    @Test
    void noHookIsIdleInAllReleases() throws Exception {
        List<CallSites.Site> sites = new ArrayList<>();
        for (String release : VertxRedisReleases.outermost()) {
            sites.addAll(sites(release));
        }
        assertThat(Hooks.idle(new VertxRedisInstrumentation(), sites)).isEmpty();
    }

    private static List<CallSites.Site> sites(String release) throws Exception {
        List<CallSites.Site> known = SITES.get(release);
        if (known != null) {
            return known;
        }
        try (LibraryLoader vertx = LibraryLoader.of(VertxRedisReleases.files(release))) {
            SITES.put(release, Hooks.link(new VertxRedisInstrumentation(), vertx));
        }
        return SITES.get(release);
    }
}
