package io.autobot.agent.instrumentation.lettuce.failover;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;

/**
 * Hooks into the circuit breakers of Lettuce's clients with several databases, which came with 7.4. Apart from the rest
 * of Lettuce because no release has both their classes and all that the hooks into 5.0 use.
 */
public final class FailoverHooks {
    private static final String FAILOVER = "io.lettuce.core.failover.";

    private FailoverHooks() {}

    /** Adds the hooks to Lettuce's description. */
    public static void describe(Description lettuce) {
        lettuce.type(FAILOVER + "RedisDatabaseImpl")
                .onIfPresent(constructor(), DatabaseCreatedAdvice.class)
                .onIfPresent(method("isInGracePeriod").takes(), GracePeriodAdvice.class);
        lettuce.type(FAILOVER + "CircuitBreakerImpl")
                .onIfPresent(method("evaluateMetrics"), ThresholdsAdvice.class)
                .onIfPresent(method("fireStateChanged"), BreakerChangedAdvice.class)
                .onIfPresent(method("isClosed").takes(), BreakerAskedAdvice.class);
    }
}
