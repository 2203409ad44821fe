package io.autobot.agent.instrumentation.failsafe;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Failsafe 3.0 to 3.3. Neither its circuit breakers nor its retry policies have names: all count under
 * {@code failsafe}. A breaker changes its state by making a new state object, once for each change, whatever thread
 * was first; a further attempt begins with a copy of the execution (synchronous) or with a call of its own
 * (asynchronous).
 *
 * <p>A timeout needs no hook: it opens nothing and repeats nothing, and is a failure to the policies around it.
 */
public final class FailsafeInstrumentation implements Instrumentation {
    private static final String INTERNAL = "dev.failsafe.internal.";
    private static final String BREAKER = INTERNAL + "CircuitBreakerImpl";
    private static final String CONTEXT = "dev.failsafe.ExecutionContext";

    @Override
    public void describe(Description failsafe) {
        failsafe.name("failsafe").feeds(Group.RESILIENCE, Group.TASKS).library("dev.failsafe:failsafe", "3.0", "3.3");
        breakers(failsafe);
        retries(failsafe);
    }

    private static void breakers(Description failsafe) {
        failsafe.type(BREAKER)
                .on(constructor(), BreakerCreatedAdvice.class)
                .on(method("tryAcquirePermit").takes(), TryAcquireAdvice.class)
                // The application's own overload takes nothing.
                .on(method("open").takes(CONTEXT), ThresholdAdvice.class);
        failsafe.type(INTERNAL + "ClosedState").on(constructor().takes(BREAKER), ClosedAdvice.class);
        failsafe.type(INTERNAL + "HalfOpenState")
                .on(constructor().takes(BREAKER), HalfOpenedAdvice.class)
                .on(method("checkThreshold").takes(CONTEXT), ProbeAdvice.class);
        failsafe.type(INTERNAL + "OpenState")
                .on(constructor().takes(BREAKER, INTERNAL + "CircuitState", "java.time.Duration"), OpenedAdvice.class)
                .on(method("tryAcquirePermit").takes(), WaitElapsedAdvice.class);
    }

    private static void retries(Description failsafe) {
        failsafe.type(INTERNAL + "RetryPolicyImpl").on(constructor(), RetryCreatedAdvice.class);
        failsafe.type("dev.failsafe.SyncExecutionImpl").on(method("copy").takes(), RetryAdvice.class);
        failsafe.type(INTERNAL + "RetryPolicyExecutor").on(method("handleAsync"), AsyncAttemptAdvice.class);
    }
}
