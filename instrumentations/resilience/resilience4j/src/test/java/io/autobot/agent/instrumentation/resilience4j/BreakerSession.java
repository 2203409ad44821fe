package io.autobot.agent.instrumentation.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Circuit breakers through all their states. The argument takes what the breakers' own listeners saw, by name and event;
 * what is returned keeps the breakers alive.
 */
public final class BreakerSession implements Function<Map<String, Long>, Object> {
    private final Map<String, CircuitBreaker> breakers = new TreeMap<>();
    private Map<String, Long> seen;

    @Override
    public Object apply(Map<String, Long> listeners) {
        seen = listeners;
        opensByFailuresAndIsClosedByHand();
        opensBySlowness();
        probes();
        isToldByHand();
        for (CircuitBreaker breaker : breakers.values()) {
            seen.put(
                    breaker.getName() + " failures", (long) breaker.getMetrics().getNumberOfFailedCalls());
        }
        return breakers;
    }

    private CircuitBreaker breaker(String name, Duration wait) {
        CircuitBreaker breaker = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .slowCallDurationThreshold(Duration.ofSeconds(1))
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .waitDurationInOpenState(wait)
                        .build())
                .circuitBreaker(name);
        breaker.getEventPublisher()
                .onStateTransition(event ->
                        saw(name, event.getStateTransition().getToState().name()))
                .onCallNotPermitted(event -> saw(name, "REJECTED"))
                .onReset(event -> saw(name, "RESET"));
        breakers.put(name, breaker);
        return breaker;
    }

    private void saw(String name, String event) {
        seen.merge(name + " " + event, 1L, Long::sum);
    }

    private static void fail(CircuitBreaker breaker) {
        assertThatThrownBy(() -> breaker.executeSupplier(() -> {
                    throw new IllegalStateException("as told");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void isRefused(CircuitBreaker breaker) {
        assertThatThrownBy(() -> breaker.executeSupplier(() -> "never")).isInstanceOf(CallNotPermittedException.class);
    }

    private void opensByFailuresAndIsClosedByHand() {
        CircuitBreaker failing = breaker("failing", Duration.ofMinutes(1));
        for (int i = 0; i < 4; i++) {
            fail(failing);
        }
        isRefused(failing);
        isRefused(failing);
        assertThat(failing.tryAcquirePermission()).isFalse();
        failing.transitionToHalfOpenState();
        failing.executeSupplier(() -> "went well");
        failing.transitionToClosedState();
        failing.reset();
        for (int i = 0; i < 4; i++) {
            fail(failing);
        }
        failing.reset();
        fail(failing);
    }

    private void opensBySlowness() {
        CircuitBreaker slow = breaker("slow", Duration.ofMinutes(1));
        for (int i = 0; i < 4; i++) {
            slow.acquirePermission();
            slow.onSuccess(2, TimeUnit.SECONDS);
        }
        isRefused(slow);
    }

    private void probes() {
        CircuitBreaker probing = breaker("probing", Duration.ofMillis(10));
        for (int i = 0; i < 4; i++) {
            fail(probing);
        }
        await().until(probing::tryAcquirePermission);
        probing.onError(1, TimeUnit.MILLISECONDS, new IllegalStateException());
        fail(probing);
        await().until(probing::tryAcquirePermission);
        probing.onSuccess(1, TimeUnit.MILLISECONDS);
        probing.executeSupplier(() -> "went well");
        assertThat(probing.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        for (int i = 0; i < 4; i++) {
            fail(probing);
        }
        await().until(probing::tryAcquirePermission);
        // Before 1.7 the call that ends the wait is none of the two.
        while (probing.tryAcquirePermission()) {
            assertThat(probing.getState()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
        }
        isRefused(probing);
    }

    private void isToldByHand() {
        CircuitBreaker forced = breaker("forced", Duration.ofMinutes(1));
        forced.transitionToForcedOpenState();
        isRefused(forced);
        CircuitBreaker disabled = breaker("disabled", Duration.ofMinutes(1));
        disabled.transitionToOpenState();
        isRefused(disabled);
        disabled.transitionToDisabledState();
        fail(disabled);
        CircuitBreaker held = breaker("held", Duration.ofMinutes(1));
        for (int i = 0; i < 4; i++) {
            fail(held);
        }
        isRefused(held);
        held.transitionToForcedOpenState();
        isRefused(held);
        CircuitBreaker again = breaker("again", Duration.ofMinutes(1));
        again.transitionToForcedOpenState();
        again.transitionToClosedState();
    }
}
