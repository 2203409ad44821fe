package io.autobot.agent.resilience;

import static io.autobot.agent.resilience.BreakerReason.MANUAL;
import static io.autobot.agent.resilience.BreakerReason.PROBE_FAILED;
import static io.autobot.agent.resilience.BreakerReason.PROBE_SUCCEEDED;
import static io.autobot.agent.resilience.BreakerReason.TOO_MANY_FAILURES;
import static io.autobot.agent.resilience.BreakerReason.WAIT_ELAPSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.metrics.AgentRegistry;
import io.autobot.agent.metrics.Exposition;
import io.autobot.agent.metrics.SeriesGuard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResilienceMetricsTest {
    private final SeriesGuard guard = new SeriesGuard(60);
    private final ResilienceDomain domain = new ResilienceDomain(guard);
    private final AgentRegistry registry =
            new AgentRegistry(List.of(domain.metrics()), () -> Instant.EPOCH, (where, failure) -> {
                throw new AssertionError(where, failure);
            });

    /** A breaker in the test's hand. */
    private static final class Given implements BreakerView {
        private BreakerState state = BreakerState.CLOSED;
        private long failures;

        @Override
        public BreakerState state() {
            return state;
        }

        @Override
        public long failures() {
            return failures;
        }
    }

    private static String event(String database, String event, String reason) {
        return "autobot_circuit_breaker_events_total{database=\"" + database + "\",event=\"" + event + "\",reason=\""
                + reason + "\"}";
    }

    private static String gauge(String name, String database) {
        return "autobot_circuit_breaker_" + name + "{database=\"" + database + "\"}";
    }

    private Exposition scrape() {
        return Exposition.text(registry);
    }

    private Breaker shown(String name, BreakerView view) {
        Breaker breaker = domain.breaker(name, view);
        breaker.show();
        return breaker;
    }

    @Test
    void aBreakerThatWasNeverUsedShowsWhatMayBefallIt() {
        domain.breaker("cache", new Given());

        assertThat(scrape().startingWith("autobot_circuit_breaker_events_total"))
                .isEqualTo(Map.of(
                        event("cache", "opened", "too_many_failures"), 0.0,
                        event("cache", "opened", "too_slow"), 0.0,
                        event("cache", "rejected", "too_many_failures"), 0.0));
    }

    @Test
    void countsEachEventUnderItsReason() {
        Breaker breaker = domain.breaker("cache", new Given());
        breaker.opened(TOO_MANY_FAILURES);
        breaker.rejected();
        breaker.rejected();
        breaker.halfOpened(WAIT_ELAPSED);
        breaker.opened(PROBE_FAILED);
        breaker.rejected();
        breaker.halfOpened(WAIT_ELAPSED);
        breaker.rejected();
        breaker.closed(PROBE_SUCCEEDED);
        breaker.reset();

        assertThat(scrape().startingWith("autobot_circuit_breaker_events_total"))
                .isEqualTo(Map.of(
                        event("cache", "opened", "too_many_failures"), 1.0,
                        event("cache", "opened", "too_slow"), 0.0,
                        event("cache", "rejected", "too_many_failures"), 2.0,
                        event("cache", "half_opened", "wait_elapsed"), 2.0,
                        event("cache", "opened", "probe_failed"), 1.0,
                        event("cache", "rejected", "probe_failed"), 2.0,
                        event("cache", "closed", "probe_succeeded"), 1.0,
                        event("cache", "reset", "manual"), 1.0));
    }

    @Test
    void whoFoundItOpenSaysWhyElseAHandDidIt() {
        Breaker found = domain.breaker("found", new Given());
        found.isOpenFor(TOO_MANY_FAILURES);
        found.rejected();
        domain.breaker("made", new Given()).rejected();

        assertThat(scrape().value(event("found", "rejected", "too_many_failures")))
                .isEqualTo(1);
        assertThat(scrape().value(event("made", "rejected", "manual"))).isEqualTo(1);
    }

    @Test
    void theGaugesAreReadAtEachScrape() {
        Given first = new Given();
        Given second = new Given();
        Breaker one = shown("cache", first);
        Breaker other = shown("cache", second);
        first.failures = 3;
        second.failures = 4;
        assertThat(scrape().value(gauge("state", "cache"))).isZero();
        assertThat(scrape().value(gauge("failure_count", "cache"))).isEqualTo(7);

        first.state = BreakerState.HALF_OPEN;
        assertThat(scrape().value(gauge("state", "cache"))).isEqualTo(2);

        second.state = BreakerState.OPEN;
        assertThat(scrape().value(gauge("state", "cache"))).isEqualTo(1);

        second.state = null;
        assertThat(scrape().value(gauge("state", "cache"))).isEqualTo(2);
        assertThat(scrape().value(gauge("failure_count", "cache"))).isEqualTo(3);
        assertThat(List.of(one, other)).hasSize(2);
    }

    @Test
    void oneThatCannotBeReadIsLeftOutAndKept() {
        Given healthy = new Given();
        boolean[] broken = {true};
        Breaker first = shown("healthy", healthy);
        Breaker second = shown("broken", new BreakerView() {
            @Override
            public BreakerState state() {
                if (broken[0]) {
                    throw new IllegalStateException("not now");
                }
                return BreakerState.OPEN;
            }

            @Override
            public long failures() {
                return 1;
            }
        });

        assertThat(scrape().value(gauge("state", "healthy"))).isZero();
        assertThat(scrape().value(gauge("state", "broken"))).isNull();
        broken[0] = false;
        assertThat(scrape().value(gauge("state", "broken"))).isEqualTo(1);
        assertThat(List.of(first, second)).hasSize(2);
    }

    @Test
    void droppedBreakersLeaveTheirCountersAndNothingElse() {
        for (int i = 0; i < 10_000; i++) {
            shown("cache", new Given()).opened(MANUAL);
        }
        await().untilAsserted(() -> {
            System.gc();
            assertThat(scrape().value(gauge("state", "cache"))).isNull();
            assertThat(domain.metrics().breakers().size()).isZero();
        });
        assertThat(scrape().value(event("cache", "opened", "manual"))).isEqualTo(10_000);
    }

    @Test
    void pastTheLimitNamesAndThenEventsAreFolded() {
        for (int i = 0; i < 10; i++) {
            domain.breaker("breaker" + i, new Given());
        }
        Given late = new Given();
        Breaker folded = shown("late", late);
        Breaker admitted = domain.breaker("breaker0", new Given());
        folded.opened(TOO_MANY_FAILURES);
        admitted.opened(TOO_MANY_FAILURES);
        admitted.opened(MANUAL);
        late.state = BreakerState.OPEN;

        Exposition scrape = scrape();
        assertThat(scrape.value(event("other", "opened", "too_many_failures"))).isEqualTo(1);
        assertThat(scrape.value(event("other", "opened", "manual"))).isEqualTo(1);
        assertThat(scrape.value(event("breaker0", "opened", "too_many_failures")))
                .isEqualTo(1);
        assertThat(scrape.value(gauge("state", "other"))).isEqualTo(1);
        assertThat(scrape.startingWith("autobot_circuit_breaker_events_total")).hasSizeLessThanOrEqualTo(60);
        assertThat(guard.folded()).containsEntry("autobot_circuit_breaker_events_total", 2L);
    }

    @Test
    void aRuleIsTheCauseOfOneChangeOnly() {
        BreakerThread thread = BreakerThread.current();
        BreakerReason before = thread.enter(WAIT_ELAPSED);
        assertThat(thread.take(MANUAL)).isEqualTo(WAIT_ELAPSED);
        // A listener of the application's, called by the library meanwhile.
        assertThat(thread.take(MANUAL)).isEqualTo(MANUAL);
        thread.leave(before);
        assertThat(thread.take(MANUAL)).isEqualTo(MANUAL);
    }

    @Test
    void aBreakerWithoutANameIsUnknown() {
        domain.breaker(null, new Given());
        domain.breaker("", new Given());
        assertThat(scrape().value(event("unknown", "opened", "too_many_failures")))
                .isZero();
    }

    @Test
    void everyEventIsNews() {
        long before = domain.metrics().activity();
        Breaker breaker = domain.breaker("cache", new Given());
        long seen = domain.metrics().activity();
        breaker.rejected();
        assertThat(seen).isNotEqualTo(before);
        assertThat(domain.metrics().activity()).isNotEqualTo(seen);
    }
}
