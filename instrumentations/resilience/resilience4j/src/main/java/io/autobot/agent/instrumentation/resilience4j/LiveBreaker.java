package io.autobot.agent.instrumentation.resilience4j;

import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerState;
import io.autobot.agent.resilience.BreakerView;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.lang.ref.WeakReference;

/** What the metrics read of one breaker at scrape. Holds it weakly. */
final class LiveBreaker implements BreakerView {
    private final WeakReference<CircuitBreaker> breaker;

    LiveBreaker(CircuitBreaker breaker) {
        this.breaker = new WeakReference<>(breaker);
    }

    @Override
    public BreakerState state() {
        CircuitBreaker living = breaker.get();
        if (living == null) {
            return null;
        }
        State state = living.getState();
        if (state == State.HALF_OPEN) {
            return BreakerState.HALF_OPEN;
        }
        return state == State.OPEN || state == State.FORCED_OPEN ? BreakerState.OPEN : BreakerState.CLOSED;
    }

    @Override
    public long failures() {
        CircuitBreaker living = breaker.get();
        return living == null ? 0 : living.getMetrics().getNumberOfFailedCalls();
    }

    boolean isOpen() {
        return state() == BreakerState.OPEN;
    }

    /** Of an open breaker whose opening nobody saw: it keeps the window that made it open. */
    BreakerReason whyOpen() {
        CircuitBreaker living = breaker.get();
        if (living == null || living.getState() != State.OPEN) {
            return BreakerReason.MANUAL;
        }
        CircuitBreaker.Metrics seen = living.getMetrics();
        if (seen.getFailureRate() >= living.getCircuitBreakerConfig().getFailureRateThreshold()) {
            return BreakerReason.TOO_MANY_FAILURES;
        }
        boolean slow =
                seen.getSlowCallRate() >= living.getCircuitBreakerConfig().getSlowCallRateThreshold();
        return slow ? BreakerReason.TOO_SLOW : BreakerReason.MANUAL;
    }
}
