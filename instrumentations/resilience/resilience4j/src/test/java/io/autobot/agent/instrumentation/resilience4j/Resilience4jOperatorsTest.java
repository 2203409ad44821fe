package io.autobot.agent.instrumentation.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.scrape.Scrape;
import java.lang.ref.Reference;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breakers and retries as operators of the reactive libraries, with the oldest and the newest release that has them. */
class Resilience4jOperatorsTest {
    private static final String EVENTS = "autobot_circuit_breaker_events_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new Resilience4jInstrumentation());

    @ParameterizedTest
    @ValueSource(strings = {"1.6.1", "2.3.0"})
    void ofRxJava2(String release) {
        count(
                RxJava2Session.class,
                Resilience4jReleases.loader(
                        release,
                        "io.github.resilience4j:resilience4j-rxjava2:" + release,
                        "io.reactivex.rxjava2:rxjava:2.2.21"),
                "single",
                "maybe",
                "flowable",
                "observable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7.0", "2.3.0"})
    void ofRxJava3(String release) {
        count(
                RxJava3Session.class,
                Resilience4jReleases.loader(
                        release,
                        "io.github.resilience4j:resilience4j-rxjava3:" + release,
                        "io.reactivex.rxjava3:rxjava:3.1.8"),
                "single",
                "maybe",
                "flowable",
                "observable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.1", "2.4.0"})
    void ofReactor(String release) {
        // Up to 1.6 they need a method that Reactor 3.4 no longer has.
        String reactor = release.equals("1.3.1") ? "3.3.22.RELEASE" : "3.8.5";
        count(
                ReactorSession.class,
                Resilience4jReleases.loader(
                        release,
                        "io.github.resilience4j:resilience4j-reactor:" + release,
                        "io.projectreactor:reactor-core:" + reactor),
                "mono",
                "flux");
    }

    /** What the agent counts is what the breakers' listeners, their metrics and the work itself have counted. */
    private void count(Class<? extends OperatorSession> operators, LibraryLoader library, String... types) {
        Map<String, Long> seen = new TreeMap<>();
        try (library) {
            Object breakers = library.run(operators, seen);
            Scrape scrape = agent.scrape();
            for (String type : types) {
                assertThat(seen)
                        .containsEntry(type + " opened", 1L)
                        .containsEntry(type + " rejected", 2L)
                        .containsEntry(type + " failures", 3L)
                        .containsEntry(type + " again", 5L);
                opened(scrape, type);
                assertThat(scrape.value("autobot_task_retries_total", "task_type", type, "reason", "error"))
                        .as(type)
                        .isEqualTo(5);
            }
            Reference.reachabilityFence(breakers);
        }
    }

    private static void opened(Scrape scrape, String breaker) {
        assertThat(scrape.sum(EVENTS, "database", breaker)).as(breaker).isEqualTo(3);
        assertThat(scrape.value(EVENTS, "database", breaker, "event", "opened", "reason", "too_many_failures"))
                .isEqualTo(1);
        assertThat(scrape.value(EVENTS, "database", breaker, "event", "rejected", "reason", "too_many_failures"))
                .isEqualTo(2);
        assertThat(scrape.value("autobot_circuit_breaker_state", "database", breaker))
                .isEqualTo(1);
        assertThat(scrape.value("autobot_circuit_breaker_failure_count", "database", breaker))
                .isEqualTo(3);
    }
}
