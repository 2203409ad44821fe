package io.autobot.agent.instrumentation.failsafe;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.scrape.Scrape;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the policies' own listeners have counted. */
class FailsafeInstrumentationTest {
    private static final String EVENTS = "autobot_circuit_breaker_events_total";
    private static final String RETRIES = "autobot_task_retries_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new FailsafeInstrumentation());

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.failsafe.FailsafeReleases#all")
    void countsAsTheListenersDo(String release) {
        Map<String, Long> seen = new ConcurrentHashMap<>();
        try (LibraryLoader library = FailsafeReleases.loader(release)) {
            Object living = library.run(FailsafeSession.class, seen);
            Scrape scrape = agent.scrape();
            for (String event : new String[] {"opened", "half_opened", "closed", "rejected"}) {
                assertThat(scrape.sum(EVENTS, "database", "failsafe", "event", event))
                        .as(event)
                        .isEqualTo(seen.get(event).doubleValue());
            }
            // One is open, the other half-open.
            assertThat(scrape.value("autobot_circuit_breaker_state", "database", "failsafe"))
                    .isEqualTo(1);
            assertThat(scrape.value("autobot_circuit_breaker_failure_count", "database", "failsafe"))
                    .isEqualTo(seen.get("failures").doubleValue());
            hasTheReasons(scrape);
            assertThat(seen).containsEntry("retries", 11L);
            assertThat(scrape.find(RETRIES, "task_type", "failsafe").stream()
                            .collect(toMap(sample -> sample.labels().get("reason"), sample -> sample.value())))
                    .isEqualTo(Map.of(
                            "connection", 3.0, "error", 6.0, "timeout", 2.0, "rate_limit", 0.0, "server_error", 0.0));
            Reference.reachabilityFence(living);
        }
    }

    private static void hasTheReasons(Scrape scrape) {
        Map<String, Double> events = scrape.find(EVENTS).stream()
                .filter(sample -> !sample.labels().get("event").equals("rejected") && sample.value() > 0)
                .collect(toMap(
                        sample -> sample.labels().get("event") + " "
                                + sample.labels().get("reason"),
                        sample -> sample.value()));
        assertThat(events)
                .isEqualTo(Map.of(
                        "opened too_many_failures", 3.0,
                        "opened manual", 1.0,
                        "opened probe_failed", 1.0,
                        "half_opened manual", 1.0,
                        "half_opened wait_elapsed", 3.0,
                        "closed manual", 1.0,
                        "closed probe_succeeded", 1.0));
        assertThat(scrape.value(EVENTS, "event", "rejected", "reason", "manual"))
                .isEqualTo(1);
    }

    @Test
    void breakersAndTheirLoaderAreCollected() {
        WeakReference<ClassLoader> gone = new WeakReference<>(use());
        await().untilAsserted(() -> {
            System.gc();
            assertThat(gone.get()).isNull();
            assertThat(agent.scrape().find("autobot_circuit_breaker_state")).isEmpty();
        });
        assertThat(agent.scrape().sum(EVENTS)).isPositive();
    }

    private static ClassLoader use() {
        try (LibraryLoader library = FailsafeReleases.loader("3.3.2")) {
            library.run(ManualSession.class, 1_000);
            return library;
        }
    }
}
