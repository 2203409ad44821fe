package io.autobot.agent.instrumentation.lettuce.failover;

import io.autobot.agent.resilience.BreakerState;
import io.autobot.agent.resilience.BreakerView;
import io.lettuce.core.failover.CircuitBreaker;
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
        return living.getCurrentState().isClosed() ? BreakerState.CLOSED : BreakerState.OPEN;
    }

    @Override
    public long failures() {
        CircuitBreaker living = breaker.get();
        return living == null ? 0 : living.getSnapshot().getFailureCount();
    }
}
