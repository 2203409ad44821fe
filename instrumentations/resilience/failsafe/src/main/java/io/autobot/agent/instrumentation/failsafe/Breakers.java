package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.internal.CircuitBreakerImpl;
import io.autobot.agent.resilience.Breaker;
import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerThread;
import io.autobot.agent.resilience.ResilienceDomain;
import io.autobot.agent.spi.StateMap;

/** The circuit breakers seen so far, all of one name. */
final class Breakers {
    /** Instead of a name: the library has none. */
    static final String NAME = "failsafe";

    private static final StateMap<CircuitBreakerImpl<?>, Breaker> BREAKERS = new StateMap<>();

    private Breakers() {}

    static Breaker of(CircuitBreakerImpl<?> breaker) {
        Breaker known = BREAKERS.get(breaker);
        return known != null ? known : register(breaker);
    }

    private static Breaker register(CircuitBreakerImpl<?> breaker) {
        LiveBreaker view = new LiveBreaker(breaker);
        Breaker created = ResilienceDomain.get().breaker(NAME, view);
        Breaker held = BREAKERS.putIfAbsent(breaker, created);
        if (held == created) {
            if (breaker.isOpen()) {
                created.isOpenFor(view.whyOpen());
            }
            created.show();
        }
        return held;
    }

    static void asked(CircuitBreakerImpl<?> breaker, boolean permitted) {
        // One that was there before the agent is seen with its first call.
        Breaker known = of(breaker);
        if (!permitted && !BreakerThread.current().asking()) {
            known.rejected();
        }
    }

    static void opened(CircuitBreakerImpl<?> breaker) {
        BreakerReason cause = BreakerThread.current().take(BreakerReason.MANUAL);
        of(breaker).opened(cause == BreakerReason.PROBE_SUCCEEDED ? BreakerReason.PROBE_FAILED : cause);
    }

    static void halfOpened(CircuitBreakerImpl<?> breaker) {
        of(breaker).halfOpened(BreakerThread.current().take(BreakerReason.MANUAL));
    }

    static void closed(CircuitBreakerImpl<?> breaker) {
        // Its own constructor makes the first state, before it can be asked anything.
        Breaker known = BREAKERS.get(breaker);
        if (known != null) {
            known.closed(BreakerThread.current().take(BreakerReason.MANUAL));
        }
    }
}
