package io.autobot.agent.instrumentation.lettuce.failover;

import io.autobot.agent.resilience.Breaker;
import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerThread;
import io.autobot.agent.resilience.ResilienceDomain;
import io.autobot.agent.spi.StateMap;
import io.lettuce.core.RedisURI;
import io.lettuce.core.failover.CircuitBreaker;

/**
 * The circuit breakers of clients with several databases, one for each connection and database (Lettuce 7.4 on). They
 * know only open and closed; a breaker closes when the database's grace period is over, at the next look at it.
 */
final class Breakers {
    private static final StateMap<CircuitBreaker, Breaker> BREAKERS = new StateMap<>();

    private Breakers() {}

    /** A database has got its breaker, which has no name of its own: it is called as its server, {@code host:port}. */
    static void created(CircuitBreaker breaker, RedisURI uri) {
        if (breaker != null && BREAKERS.get(breaker) == null) {
            register(breaker, name(uri));
        }
    }

    private static String name(RedisURI uri) {
        if (uri.getHost() != null) {
            return uri.getHost() + ":" + uri.getPort();
        }
        return uri.getSocket() != null ? uri.getSocket() : "lettuce";
    }

    private static Breaker register(CircuitBreaker breaker, String name) {
        Breaker created = ResilienceDomain.get().breaker(name, new LiveBreaker(breaker));
        // It refuses commands a moment before it says that it has opened, and has one rule alone to open by.
        created.isOpenFor(BreakerReason.TOO_MANY_FAILURES);
        Breaker held = BREAKERS.putIfAbsent(breaker, created);
        if (held == created) {
            created.show();
        }
        return held;
    }

    /** It has changed its state, on this thread. */
    static void changed(CircuitBreaker breaker, CircuitBreaker.State to) {
        BreakerReason cause = BreakerThread.current().take(BreakerReason.MANUAL);
        Breaker known = BREAKERS.get(breaker);
        if (known == null) {
            // There before the agent.
            known = register(breaker, "lettuce");
        }
        if (to.isClosed()) {
            known.closed(cause);
        } else {
            known.opened(cause);
        }
    }

    /** It was asked whether a command, or a batch of them, may pass. */
    static void asked(CircuitBreaker breaker, boolean permitted) {
        Breaker known = permitted ? null : BREAKERS.get(breaker);
        if (known != null) {
            known.rejected();
        }
    }
}
