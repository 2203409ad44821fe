package io.autobot.agent.instrumentation.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Breakers and retries as operators of a reactive library, one of each for every type that library has. The argument
 * takes what the breakers' listeners, their metrics and the work itself have counted; what is returned keeps the
 * breakers alive.
 */
abstract class OperatorSession implements Function<Map<String, Long>, Object> {
    private final List<CircuitBreaker> breakers = new ArrayList<>();

    /** One type of the library: subscribes to the guarded or repeated work and waits for its result. */
    interface Guard {
        String await(Callable<String> work, CircuitBreaker breaker);
    }

    /** As {@link Guard}. */
    interface Repeater {
        String await(Callable<String> work, Retry retry);
    }

    /** The types of the library that have a result, by name. */
    abstract Map<String, Guard> guards();

    /** The same with retries. */
    abstract Map<String, Repeater> repeaters();

    @Override
    public Object apply(Map<String, Long> seen) {
        guards().forEach((type, guard) -> breaks(type, guard, seen));
        repeaters().forEach((type, repeater) -> seen.put(type + " again", repeats(type, repeater)));
        return breakers;
    }

    private void breaks(String type, Guard guard, Map<String, Long> seen) {
        CircuitBreaker breaker = CircuitBreaker.of(
                type,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(Duration.ofMinutes(1))
                        .build());
        breakers.add(breaker);
        breaker.getEventPublisher()
                .onStateTransition(event -> seen.merge(type + " opened", 1L, Long::sum))
                .onCallNotPermitted(event -> seen.merge(type + " rejected", 1L, Long::sum));
        assertThat(guard.await(() -> "done", breaker)).isEqualTo("done");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> guard.await(new Work(1, true), breaker)).isInstanceOf(IllegalStateException.class);
        }
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> guard.await(() -> "never", breaker)).isInstanceOf(CallNotPermittedException.class);
        }
        seen.put(type + " failures", (long) breaker.getMetrics().getNumberOfFailedCalls());
    }

    /** Work that disappoints so often before it succeeds, and counts how often it was begun. */
    private static final class Work implements Callable<String> {
        private final AtomicInteger begun = new AtomicInteger();
        private final int disappointments;
        private final boolean throwing;

        Work(int disappointments, boolean throwing) {
            this.disappointments = disappointments;
            this.throwing = throwing;
        }

        @Override
        public String call() {
            if (begun.getAndIncrement() >= disappointments) {
                return "done";
            }
            if (throwing) {
                throw new IllegalStateException("as told");
            }
            return "again";
        }
    }

    /** How often the work was attempted again. */
    private static long repeats(String type, Repeater repeater) {
        Retry retry = Retry.of(
                type,
                RetryConfig.<String>custom()
                        .maxAttempts(3)
                        .waitDuration(Duration.ofMillis(1))
                        .retryOnResult("again"::equals)
                        .build());
        Work recovers = new Work(2, true);
        Work exhausts = new Work(9, true);
        Work results = new Work(1, false);
        assertThat(repeater.await(recovers, retry)).isEqualTo("done");
        assertThatThrownBy(() -> repeater.await(exhausts, retry)).isInstanceOf(IllegalStateException.class);
        assertThat(repeater.await(results, retry)).isEqualTo("done");
        assertThat(repeater.await(() -> "done", retry)).isEqualTo("done");
        return recovers.begun.get() + exhausts.begun.get() + results.begun.get() - 3L;
    }
}
