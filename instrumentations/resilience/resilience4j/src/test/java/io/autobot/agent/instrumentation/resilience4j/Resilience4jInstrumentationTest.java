package io.autobot.agent.instrumentation.resilience4j;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.scrape.Scrape;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the library's own listeners, and the work itself, have counted. */
class Resilience4jInstrumentationTest {
    private static final String EVENTS = "autobot_circuit_breaker_events_total";
    private static final String STATE = "autobot_circuit_breaker_state";
    private static final String FAILURES = "autobot_circuit_breaker_failure_count";
    private static final String RETRIES = "autobot_task_retries_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new Resilience4jInstrumentation());

    /** What was counted, without what stands at 0. */
    private static Map<String, Double> events(Scrape scrape, String breaker) {
        return scrape.find(EVENTS, "database", breaker).stream()
                .filter(sample -> sample.value() > 0)
                .collect(toMap(
                        sample -> sample.labels().get("event") + " "
                                + sample.labels().get("reason"),
                        sample -> sample.value()));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.resilience4j.Resilience4jReleases#all")
    void breakersAreSeenThroughAllTheirStates(String release) {
        Map<String, Long> seen = new TreeMap<>();
        try (LibraryLoader library = Resilience4jReleases.loader(release)) {
            Object living = library.run(BreakerSession.class, seen);
            Scrape scrape = agent.scrape();
            agreesWithTheListeners(scrape, seen);
            hasTheReasons(scrape);
            hasTheStates(scrape);
            for (String breaker : new String[] {"failing", "slow", "probing", "forced", "disabled", "again"}) {
                assertThat(scrape.value(FAILURES, "database", breaker))
                        .as(breaker)
                        .isEqualTo(seen.get(breaker + " failures").doubleValue());
            }
            assertThat(scrape.value(FAILURES, "database", "failing")).isEqualTo(1);
            Reference.reachabilityFence(living);
        }
        assertThat(agent.status().instrumentations())
                .singleElement()
                .returns(State.ACTIVE, InstrumentationStatus::state);
    }

    private static void agreesWithTheListeners(Scrape scrape, Map<String, Long> seen) {
        for (String breaker : new String[] {"failing", "slow", "probing", "forced", "disabled", "again"}) {
            assertThat(scrape.sum(EVENTS, "database", breaker, "event", "opened"))
                    .as(breaker)
                    .isEqualTo(
                            seen.getOrDefault(breaker + " OPEN", 0L) + seen.getOrDefault(breaker + " FORCED_OPEN", 0L));
            assertThat(scrape.sum(EVENTS, "database", breaker, "event", "half_opened"))
                    .as(breaker)
                    .isEqualTo(seen.getOrDefault(breaker + " HALF_OPEN", 0L).doubleValue());
            assertThat(scrape.sum(EVENTS, "database", breaker, "event", "closed"))
                    .as(breaker)
                    .isEqualTo(
                            seen.getOrDefault(breaker + " CLOSED", 0L) + seen.getOrDefault(breaker + " DISABLED", 0L));
            assertThat(scrape.sum(EVENTS, "database", breaker, "event", "reset"))
                    .as(breaker)
                    .isEqualTo(seen.getOrDefault(breaker + " RESET", 0L).doubleValue());
            // The library says nothing of what a forced open breaker refuses.
            assertThat(scrape.sum(EVENTS, "database", breaker, "event", "rejected"))
                    .as(breaker)
                    .isEqualTo(
                            breaker.equals("forced")
                                    ? 1
                                    : seen.getOrDefault(breaker + " REJECTED", 0L)
                                            .doubleValue());
        }
    }

    private static void hasTheReasons(Scrape scrape) {
        assertThat(events(scrape, "failing"))
                .isEqualTo(Map.of(
                        "opened too_many_failures", 2.0,
                        "rejected too_many_failures", 3.0,
                        "half_opened manual", 1.0,
                        "closed manual", 2.0,
                        "reset manual", 2.0));
        assertThat(events(scrape, "slow")).isEqualTo(Map.of("opened too_slow", 1.0, "rejected too_slow", 1.0));
        assertThat(events(scrape, "probing"))
                .containsEntry("opened too_many_failures", 2.0)
                .containsEntry("half_opened wait_elapsed", 3.0)
                .containsEntry("opened probe_failed", 1.0)
                .containsEntry("closed probe_succeeded", 1.0)
                .doesNotContainKey("closed manual")
                .doesNotContainKey("opened manual");
        assertThat(events(scrape, "forced")).isEqualTo(Map.of("opened manual", 1.0, "rejected manual", 1.0));
        assertThat(events(scrape, "disabled"))
                .isEqualTo(Map.of("opened manual", 1.0, "rejected manual", 1.0, "closed manual", 1.0));
        assertThat(events(scrape, "held"))
                .isEqualTo(Map.of(
                        "opened too_many_failures", 1.0, "rejected too_many_failures", 1.0, "rejected manual", 1.0));
        assertThat(events(scrape, "again")).isEqualTo(Map.of("opened manual", 1.0, "closed manual", 1.0));
    }

    private static void hasTheStates(Scrape scrape) {
        Map<String, Double> states = scrape.find(STATE).stream()
                .collect(toMap(sample -> sample.labels().get("database"), sample -> sample.value()));
        assertThat(states)
                .isEqualTo(Map.of(
                        "failing",
                        0.0,
                        "slow",
                        1.0,
                        "probing",
                        2.0,
                        "forced",
                        1.0,
                        "disabled",
                        0.0,
                        "held",
                        1.0,
                        "again",
                        0.0));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.resilience4j.Resilience4jReleases#all")
    void onlyAttemptsThatBeginCount(String release) {
        Map<String, Long> again = new HashMap<>();
        try (LibraryLoader library = Resilience4jReleases.loader(release)) {
            library.run(RetrySession.class, again);
        }
        Scrape scrape = agent.scrape();
        assertThat(again).isEqualTo(Map.of("throwing", 5L, "results", 3L, "async", 5L, "limited", 2L));
        again.forEach((retry, times) ->
                assertThat(scrape.sum(RETRIES, "task_type", retry)).as(retry).isEqualTo(times.doubleValue()));
        assertThat(scrape.value(RETRIES, "task_type", "throwing", "reason", "connection"))
                .isEqualTo(1);
        assertThat(scrape.value(RETRIES, "task_type", "throwing", "reason", "error"))
                .isEqualTo(4);
        assertThat(scrape.value(RETRIES, "task_type", "results", "reason", "error"))
                .isEqualTo(3);
        assertThat(scrape.value(RETRIES, "task_type", "async", "reason", "connection"))
                .isEqualTo(2);
        assertThat(scrape.value(RETRIES, "task_type", "limited", "reason", "timeout"))
                .isEqualTo(2);
        assertThat(scrape.value(RETRIES, "task_type", "limited", "reason", "rate_limit"))
                .isZero();
    }

    @Test
    void breakersAndTheirLoaderAreCollected() {
        WeakReference<ClassLoader> gone = new WeakReference<>(churn());
        await().untilAsserted(() -> {
            System.gc();
            assertThat(gone.get()).isNull();
            assertThat(agent.scrape().find(STATE)).isEmpty();
        });
        assertThat(agent.scrape().value(EVENTS, "database", "churn", "event", "opened", "reason", "manual"))
                .isEqualTo(10_000);
    }

    private ClassLoader churn() {
        try (LibraryLoader library = Resilience4jReleases.loader("2.4.0")) {
            library.run(ChurnSession.class, 10_000);
            return library;
        }
    }
}
