package io.autobot.agent.instrumentation.resilience4j;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Resilience4j 1.3 to 2.4. Every circuit breaker is a {@code CircuitBreakerStateMachine} and every retry a
 * {@code RetryImpl}, whatever decorates the call: suppliers, completion stages, Reactor and RxJava operators, Spring's
 * annotations, and the clients that bring breakers of their own, such as Jedis' failover.
 *
 * <p>A time limiter needs no hook: it opens nothing and repeats nothing. What it stops is a failure that a breaker or a
 * retry around it sees as a {@code TimeoutException}.
 */
public final class Resilience4jInstrumentation implements Instrumentation {
    private static final String MACHINE = "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine";
    private static final String METRICS = "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerMetrics";
    private static final String RETRY = "io.github.resilience4j.retry.internal.RetryImpl";

    @Override
    public void describe(Description resilience4j) {
        resilience4j
                .name("resilience4j")
                .feeds(Group.RESILIENCE, Group.TASKS)
                .library("io.github.resilience4j:resilience4j-circuitbreaker", "1.3", "2.4");
        breakers(resilience4j);
        rules(resilience4j);
        retries(resilience4j);
    }

    private static void breakers(Description resilience4j) {
        // The events are published through methods that run whether somebody listens or not. Not so for refused calls:
        // one that comes just as the wait ends is published twice.
        resilience4j
                .type(MACHINE)
                .on(constructor(), BreakerCreatedAdvice.class)
                .on(method("stateTransition"), TransitionEndAdvice.class)
                .on(method("publishStateTransitionEvent"), TransitionAdvice.class)
                .on(
                        method("publishCircuitThresholdsExceededEvent").takes(METRICS + "$Result", METRICS),
                        ThresholdsAdvice.class)
                .on(method("publishResetEvent").takes(), ResetAdvice.class)
                .on(method("tryAcquirePermission").takes(), TryAcquireAdvice.class)
                .on(method("acquirePermission").takes(), AcquireAdvice.class);
    }

    /** What the state machine does on its own account, through methods that the application may call too. */
    private static void rules(Description resilience4j) {
        resilience4j.type(MACHINE + "$OpenState").on(method("toHalfOpenState").takes(), WaitElapsedAdvice.class);
        resilience4j
                .type(MACHINE + "$HalfOpenState")
                .on(method("checkIfThresholdsExceeded"), ProbeAdvice.class)
                // From 1.6 on it waits no longer than it is told; from 2.4 on it may close then.
                .onIfPresent(method("toOpenState").takes(), WaitElapsedAdvice.class)
                .onIfPresent(method("toState"), WaitElapsedAdvice.class);
    }

    private static void retries(Description resilience4j) {
        resilience4j.type(RETRY).on(constructor(), RetryCreatedAdvice.class);
        resilience4j
                .type(RETRY + "$ContextImpl")
                .on(method("onError").takes("java.lang.Exception"), RetryAfterErrorAdvice.class)
                .on(method("onRuntimeError").takes("java.lang.RuntimeException"), RetryAfterErrorAdvice.class)
                .on(method("onResult").takes("java.lang.Object"), RetryAfterResultAdvice.class);
        resilience4j
                .type(RETRY + "$AsyncContextImpl")
                .on(method("onError").takes("java.lang.Throwable"), AsyncRetryAfterErrorAdvice.class)
                .on(method("onResult").takes("java.lang.Object"), AsyncRetryAfterResultAdvice.class);
    }
}
