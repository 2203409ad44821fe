package io.autobot.agent.instrumentation.vertxredis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.spi.TypeTarget.Hook;
import io.autobot.agent.spi.TypeTarget.HookPoint;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.CallSites;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Set<String> idle = new LinkedHashSet<>();
        for (TypeTarget type : Description.of(new VertxRedisInstrumentation()).types()) {
            for (HookPoint point : type.hooks()) {
                point.alternatives().stream()
                        .filter(hook -> sites.stream().noneMatch(site -> fits(type, hook, site)))
                        .forEach(hook -> idle.add(type.className() + "." + hook.match()));
            }
        }
        assertThat(idle).isEmpty();
    }

    private static boolean fits(TypeTarget type, Hook hook, CallSites.Site site) {
        return site.type().equals(type.className())
                && hook.match().matches(site.method(), site.descriptor())
                && site.advice().equals(hook.advice().getName());
    }

    private static List<CallSites.Site> sites(String release) throws Exception {
        List<CallSites.Site> known = SITES.get(release);
        if (known != null) {
            return known;
        }
        List<Class<?>> targets = new ArrayList<>();
        try (LibraryLoader vertx = LibraryLoader.of(VertxRedisReleases.files(release))) {
            for (TypeTarget type :
                    Description.of(new VertxRedisInstrumentation()).types()) {
                if (vertx.getResource(type.className().replace('.', '/') + ".class") != null) {
                    // Initialisation comes after verification.
                    targets.add(Class.forName(type.className(), true, vertx));
                }
            }
            SITES.put(release, CallSites.link(targets.toArray(Class<?>[]::new)));
        }
        return SITES.get(release);
    }
}
