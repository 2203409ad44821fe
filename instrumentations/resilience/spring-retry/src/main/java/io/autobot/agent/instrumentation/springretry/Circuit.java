package io.autobot.agent.instrumentation.springretry;

import io.autobot.agent.resilience.Breaker;
import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerState;
import io.autobot.agent.resilience.BreakerView;
import io.autobot.agent.resilience.ResilienceDomain;
import io.autobot.agent.spi.StateMap;
import java.lang.ref.WeakReference;
import org.springframework.retry.RetryContext;
import org.springframework.retry.policy.CircuitBreakerRetryPolicy;

/** One circuit breaker: the context of its policy, held weakly. Any thread. */
public final class Circuit implements BreakerView {
    /** Instead of a name, where the application gave none. */
    private static final String NAMELESS = "spring-retry";

    private static final StateMap<RetryContext, Circuit> CIRCUITS = new StateMap<>();

    private final WeakReference<RetryContext> context;
    private volatile boolean open;

    /** Not before its name is known, which is after the first question; {@code null} until then. */
    private volatile Breaker breaker;

    private boolean asked;

    private Circuit(RetryContext context) {
        this.context = new WeakReference<>(context);
        this.open = isOpen(context);
    }

    static Circuit of(RetryContext context) {
        Circuit known = CIRCUITS.get(context);
        return known != null ? known : CIRCUITS.putIfAbsent(context, new Circuit(context));
    }

    private static boolean isOpen(RetryContext context) {
        return Boolean.TRUE.equals(context.getAttribute(CircuitBreakerRetryPolicy.CIRCUIT_OPEN));
    }

    void answered(RetryContext asking) {
        if (breaker == null || isOpen(asking) != open) {
            look(asking);
        }
    }

    /** Several calls share the context and see its changes at once; one of them tells. */
    private synchronized void look(RetryContext asking) {
        boolean now = isOpen(asking);
        if (breaker == null && (asked || now || Names.declared(asking) != null)) {
            known(asking);
        }
        asked = true;
        if (now != open) {
            open = now;
            if (now) {
                breaker.opened(BreakerReason.TOO_MANY_FAILURES);
            } else {
                known(asking).closed(BreakerReason.WAIT_ELAPSED);
            }
        }
    }

    void rejected(RetryContext asking) {
        known(asking).rejected();
    }

    private synchronized Breaker known(RetryContext asking) {
        if (breaker == null) {
            String declared = Names.declared(asking);
            Breaker created = ResilienceDomain.get().breaker(declared == null ? NAMELESS : declared, this);
            if (open) {
                created.isOpenFor(BreakerReason.TOO_MANY_FAILURES);
            }
            created.show();
            breaker = created;
        }
        return breaker;
    }

    @Override
    public BreakerState state() {
        RetryContext living = context.get();
        if (living == null) {
            return null;
        }
        return isOpen(living) ? BreakerState.OPEN : BreakerState.CLOSED;
    }

    @Override
    public long failures() {
        RetryContext living = context.get();
        return living == null ? 0 : living.getRetryCount();
    }
}
