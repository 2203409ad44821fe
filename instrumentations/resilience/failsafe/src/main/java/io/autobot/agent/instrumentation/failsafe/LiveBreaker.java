package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.internal.CircuitBreakerImpl;
import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerState;
import io.autobot.agent.resilience.BreakerView;
import java.lang.ref.WeakReference;

/** What the metrics read of one breaker at scrape. Holds it weakly. */
final class LiveBreaker implements BreakerView {
    private final WeakReference<CircuitBreakerImpl<?>> breaker;

    LiveBreaker(CircuitBreakerImpl<?> breaker) {
        this.breaker = new WeakReference<>(breaker);
    }

    @Override
    public BreakerState state() {
        CircuitBreakerImpl<?> living = breaker.get();
        if (living == null) {
            return null;
        }
        if (living.isOpen()) {
            return BreakerState.OPEN;
        }
        return living.isHalfOpen() ? BreakerState.HALF_OPEN : BreakerState.CLOSED;
    }

    @Override
    public long failures() {
        CircuitBreakerImpl<?> living = breaker.get();
        return living == null ? 0 : living.getFailureCount();
    }

    /** Of an open breaker whose opening nobody saw: without a failure in its window it was done by hand. */
    BreakerReason whyOpen() {
        return failures() > 0 ? BreakerReason.TOO_MANY_FAILURES : BreakerReason.MANUAL;
    }
}
