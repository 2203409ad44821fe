package io.autobot.agent.instrumentation.springretry;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.scrape.Scrape;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts is what the work itself has counted. */
class SpringRetryInstrumentationTest {
    private static final String EVENTS = "autobot_circuit_breaker_events_total";
    private static final String RETRIES = "autobot_task_retries_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new SpringRetryInstrumentation());

    private static Map<String, Double> events(Scrape scrape, String breaker) {
        return scrape.find(EVENTS, "database", breaker).stream()
                .filter(sample -> sample.value() > 0)
                .collect(toMap(
                        sample -> sample.labels().get("event") + " "
                                + sample.labels().get("reason"),
                        sample -> sample.value()));
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.springretry.SpringRetryReleases#all")
    void countsAsTheWorkDoes(String release) {
        Map<String, Long> seen = new TreeMap<>();
        try (LibraryLoader library = SpringRetryReleases.loader(release)) {
            Object living = library.run(SpringRetrySession.class, seen);
            Scrape scrape = agent.scrape();
            assertThat(seen)
                    .isEqualTo(Map.of(
                            "SpringRetrySession", 4L,
                            "inner", 3L,
                            "stateful", 2L,
                            "Orders.fetch", 2L,
                            "orders.store", 1L,
                            "circuit failed", 2L,
                            "circuit rejected", 2L,
                            "orders.circuit rejected", seen.get("orders.circuit rejected")));
            Map<String, Double> retries = scrape.find(RETRIES).stream()
                    .filter(sample -> sample.value() > 0)
                    .collect(toMap(
                            sample -> sample.labels().get("task_type") + " "
                                    + sample.labels().get("reason"),
                            sample -> sample.value()));
            assertThat(retries)
                    .isEqualTo(Map.of(
                            "SpringRetrySession connection", 1.0,
                            "SpringRetrySession error", 3.0,
                            "inner timeout", 3.0,
                            "stateful timeout", 2.0,
                            "Orders.fetch timeout", 2.0,
                            "orders.store error", 1.0));
            circuits(scrape, seen);
            Reference.reachabilityFence(living);
        }
    }

    private static void circuits(Scrape scrape, Map<String, Long> seen) {
        assertThat(events(scrape, "spring-retry"))
                .isEqualTo(Map.of("opened too_many_failures", 1.0, "rejected too_many_failures", 2.0));
        assertThat(events(scrape, "orders.circuit"))
                .isEqualTo(Map.of(
                        "opened too_many_failures",
                        1.0,
                        "rejected too_many_failures",
                        seen.get("orders.circuit rejected").doubleValue(),
                        "closed wait_elapsed",
                        1.0));
        assertThat(seen.get("orders.circuit rejected")).isPositive();
        assertThat(scrape.value("autobot_circuit_breaker_state", "database", "spring-retry"))
                .isEqualTo(1);
        assertThat(scrape.value("autobot_circuit_breaker_state", "database", "orders.circuit"))
                .isZero();
        assertThat(scrape.value("autobot_circuit_breaker_failure_count", "database", "spring-retry"))
                .isEqualTo(2);
        assertThat(scrape.value("autobot_circuit_breaker_failure_count", "database", "orders.circuit"))
                .isZero();
    }

    @Test
    void circuitsAndTheirLoaderAreCollected() {
        WeakReference<ClassLoader> gone = new WeakReference<>(use());
        await().untilAsserted(() -> {
            System.gc();
            assertThat(gone.get()).isNull();
            assertThat(agent.scrape().find("autobot_circuit_breaker_state")).isEmpty();
        });
        assertThat(agent.scrape().find(EVENTS, "database", "spring-retry")).isNotEmpty();
        assertThat(agent.scrape().sum(RETRIES)).isEqualTo(1_000);
    }

    private static ClassLoader use() {
        try (LibraryLoader library = SpringRetryReleases.loader("2.0.13")) {
            library.run(OneRetrySession.class, 1_000);
            return library;
        }
    }
}
