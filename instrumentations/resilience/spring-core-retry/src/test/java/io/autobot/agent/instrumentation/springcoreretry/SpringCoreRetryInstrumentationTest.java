package io.autobot.agent.instrumentation.springcoreretry;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.CallSites;
import io.autobot.agent.testkit.inprocess.Hooks;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.library.Unloading;
import io.autobot.agent.testkit.scrape.Scrape;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the work itself and the library's listeners have counted. */
class SpringCoreRetryInstrumentationTest {
    private static final String RETRIES = "autobot_task_retries_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new SpringCoreRetryInstrumentation());

    /** By work and reason, without what stands at 0. */
    private static Map<String, Double> counted(Scrape scrape) {
        return scrape.find(RETRIES).stream()
                .filter(sample -> sample.value() > 0)
                .collect(toMap(
                        sample -> sample.labels().get("task_type") + " "
                                + sample.labels().get("reason"),
                        sample -> sample.value()));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.springcoreretry.SpringCoreReleases#all")
    void countsAsTheWorkDoes(String release) throws Exception {
        Map<String, Long> again = new TreeMap<>();
        try (LibraryLoader library = SpringCoreReleases.loader(release)) {
            library.run(SpringCoreSession.class, again);
        }
        assertThat(again)
                .isEqualTo(Map.of(
                        "orders.fetch", 3L,
                        "orders.late", 0L,
                        "SpringCoreSession", 1L,
                        "Orders.store", 2L,
                        "by listener", 4L));
        assertThat(counted(agent.scrape()))
                .isEqualTo(Map.of(
                        "orders.fetch connection", 1.0,
                        "orders.fetch error", 2.0,
                        "SpringCoreSession timeout", 1.0,
                        "Orders.store timeout", 2.0));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.springcoreretry.SpringCoreReleases#all")
    void countsWhatReactorRepeatsForAMethod(String release) throws Exception {
        Map<String, Long> again = new TreeMap<>();
        try (LibraryLoader library = SpringCoreReleases.reactive(release)) {
            library.run(ReactiveSession.class, again);
        }
        // An interface's method is all that the oldest says.
        String interfaces = release.equals("7.0.2") ? "Stock.left" : "Shelf.left";
        assertThat(again).isEqualTo(Map.of("Orders.one", 8L, "Orders.many", 2L, "Orders.late", 1L, "Stock.left", 2L));
        assertThat(counted(agent.scrape()))
                .isEqualTo(Map.of(
                        "Orders.one timeout",
                        4.0,
                        "Orders.one error",
                        4.0,
                        "Orders.many connection",
                        2.0,
                        "Orders.late error",
                        1.0,
                        interfaces + " error",
                        2.0));
    }

    @Test
    void noHookIsIdleInAllReleases() throws Exception {
        List<CallSites.Site> sites = new ArrayList<>();
        for (String release : SpringCoreReleases.EVERY) {
            try (LibraryLoader library = SpringCoreReleases.reactive(release)) {
                sites.addAll(Hooks.link(new SpringCoreRetryInstrumentation(), library));
            }
        }
        assertThat(Hooks.idle(new SpringCoreRetryInstrumentation(), sites)).isEmpty();
    }

    @Test
    void releasesWithoutAStateOfTheRetryAreLeftAlone() throws Exception {
        agent.expectState("spring-core-retry", State.INCOMPATIBLE);
        try (LibraryLoader library = SpringCoreReleases.reactive("7.0.1")) {
            assertThat(Hooks.link(new SpringCoreRetryInstrumentation(), library))
                    .isEmpty();
        }
    }

    @Test
    void theLoaderIsCollected() {
        WeakReference<ClassLoader> gone = new WeakReference<>(use());
        Unloading.awaitCollected(gone);
        assertThat(agent.scrape().sum(RETRIES)).isEqualTo(1_000);
    }

    private static ClassLoader use() {
        try (LibraryLoader library = SpringCoreReleases.loader("7.0.10")) {
            library.run(OneRetrySession.class, 1_000);
            return library;
        }
    }
}
