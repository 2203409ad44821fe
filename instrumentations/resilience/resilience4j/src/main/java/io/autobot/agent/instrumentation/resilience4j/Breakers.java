package io.autobot.agent.instrumentation.resilience4j;

import io.autobot.agent.resilience.Breaker;
import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerThread;
import io.autobot.agent.resilience.ResilienceDomain;
import io.autobot.agent.spi.StateMap;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;

/** The circuit breakers seen so far. */
final class Breakers {
    private static final StateMap<CircuitBreaker, Breaker> BREAKERS = new StateMap<>();

    private Breakers() {}

    static Breaker of(CircuitBreaker breaker) {
        Breaker known = BREAKERS.get(breaker);
        return known != null ? known : register(breaker);
    }

    private static Breaker register(CircuitBreaker breaker) {
        LiveBreaker view = new LiveBreaker(breaker);
        Breaker created = ResilienceDomain.get().breaker(breaker.getName(), view);
        Breaker held = BREAKERS.putIfAbsent(breaker, created);
        if (held == created) {
            if (view.isOpen()) {
                created.isOpenFor(view.whyOpen());
            }
            created.show();
        }
        return held;
    }

    static void asked(CircuitBreaker breaker, boolean permitted) {
        // One that was there before the agent is seen with its first call.
        Breaker known = of(breaker);
        if (!permitted) {
            known.rejected();
        }
    }

    /** A closed breaker is about to open, on this thread. */
    static void exceeded(CircuitBreaker breaker, Object result) {
        boolean slowOnly = ((Enum<?>) result).name().startsWith("SLOW_CALL_RATE");
        BreakerThread.current().enter(slowOnly ? BreakerReason.TOO_SLOW : BreakerReason.TOO_MANY_FAILURES);
        of(breaker);
    }

    static void changed(CircuitBreaker breaker, State from, State to) {
        BreakerReason cause = BreakerThread.current().take(BreakerReason.MANUAL);
        if (from == to) {
            return;
        }
        Breaker known = of(breaker);
        boolean wasOpen = from == State.OPEN || from == State.FORCED_OPEN;
        if (wasOpen && (to == State.OPEN || to == State.FORCED_OPEN)) {
            // Forced open, or no longer so: by hand, and no opening of its own.
            known.isOpenFor(BreakerReason.MANUAL);
        } else if (to == State.FORCED_OPEN) {
            known.opened(BreakerReason.MANUAL);
        } else if (to == State.OPEN) {
            known.opened(cause == BreakerReason.PROBE_SUCCEEDED ? BreakerReason.PROBE_FAILED : cause);
        } else if (to == State.HALF_OPEN) {
            known.halfOpened(cause);
        } else if (wasOpen || from == State.HALF_OPEN) {
            // Disabled and metrics-only let everything through, as closed does.
            known.closed(to == State.CLOSED ? cause : BreakerReason.MANUAL);
        }
    }
}
