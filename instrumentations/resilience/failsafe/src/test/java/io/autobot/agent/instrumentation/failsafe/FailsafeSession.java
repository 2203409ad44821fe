package io.autobot.agent.instrumentation.failsafe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Circuit breakers and retries of all kinds. The argument takes what the policies' own listeners saw; what is returned
 * keeps the breakers alive.
 */
public final class FailsafeSession implements Function<Map<String, Long>, Object> {
    private final List<CircuitBreaker<Object>> breakers = new ArrayList<>();
    private Map<String, Long> seen;

    @Override
    public Object apply(Map<String, Long> listeners) {
        seen = listeners;
        opensByFailuresAndIsClosedByHand();
        probes();
        try {
            retries();
            retriesAsynchronously();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        seen.put(
                "failures",
                breakers.stream().mapToLong(CircuitBreaker::getFailureCount).sum());
        return breakers;
    }

    private void saw(String event) {
        seen.merge(event, 1L, Long::sum);
    }

    private CircuitBreaker<Object> breaker(Duration delay) {
        CircuitBreaker<Object> breaker = CircuitBreaker.builder()
                .withFailureThreshold(3)
                .withSuccessThreshold(2)
                .withDelay(delay)
                .onOpen(event -> saw("opened"))
                .onHalfOpen(event -> saw("half_opened"))
                .onClose(event -> saw("closed"))
                .build();
        breakers.add(breaker);
        return breaker;
    }

    private void fail(CircuitBreaker<Object> breaker) {
        assertThatThrownBy(() -> Failsafe.with(breaker).run(() -> {
                    throw new IllegalStateException("as told");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private void isRefused(CircuitBreaker<Object> breaker) {
        assertThatThrownBy(() -> Failsafe.with(breaker).run(() -> {})).isInstanceOf(CircuitBreakerOpenException.class);
        saw("rejected");
    }

    private void opensByFailuresAndIsClosedByHand() {
        CircuitBreaker<Object> failing = breaker(Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            fail(failing);
        }
        isRefused(failing);
        assertThat(failing.tryAcquirePermit()).isFalse();
        saw("rejected");
        failing.halfOpen();
        failing.close();
        failing.close();
        failing.open();
        isRefused(failing);
    }

    private void probes() {
        CircuitBreaker<Object> probing = breaker(Duration.ofMillis(1));
        for (int i = 0; i < 3; i++) {
            fail(probing);
        }
        awaitPermit(probing);
        probing.recordFailure();
        assertThat(probing.isHalfOpen()).isFalse();
        awaitPermit(probing);
        probing.recordSuccess();
        Failsafe.with(probing).run(() -> {});
        assertThat(probing.isClosed()).isTrue();
        for (int i = 0; i < 3; i++) {
            fail(probing);
        }
        awaitPermit(probing);
        assertThat(probing.tryAcquirePermit()).isTrue();
        isRefused(probing);
        assertThat(probing.isHalfOpen()).isTrue();
    }

    private void awaitPermit(CircuitBreaker<Object> breaker) {
        await().until(() -> {
            if (breaker.tryAcquirePermit()) {
                return true;
            }
            saw("rejected");
            return false;
        });
    }

    private RetryPolicy<Object> policy() {
        return RetryPolicy.builder()
                .handle(Exception.class)
                .handleResult("again")
                .abortOn(UnsupportedOperationException.class)
                .withMaxRetries(2)
                .onRetry(event -> saw("retries"))
                .build();
    }

    /** Fails so often, then succeeds. */
    private static final class Work {
        private final Exception failure;
        private int failures;

        Work(int failures, Exception failure) {
            this.failures = failures;
            this.failure = failure;
        }

        synchronized Object call() throws Exception {
            if (failures-- > 0) {
                if (failure == null) {
                    return "again";
                }
                throw failure;
            }
            return "done";
        }
    }

    private void retries() {
        RetryPolicy<Object> policy = policy();
        Work recovers = new Work(1, new ConnectException());
        assertThat(Failsafe.with(policy).get(recovers::call)).isEqualTo("done");
        Work exhausts = new Work(9, new IOException());
        assertThatThrownBy(() -> Failsafe.with(policy).get(exhausts::call)).isInstanceOf(FailsafeException.class);
        Work result = new Work(2, null);
        assertThat(Failsafe.with(policy).get(result::call)).isEqualTo("done");
        Work aborted = new Work(9, new UnsupportedOperationException());
        assertThatThrownBy(() -> Failsafe.with(policy).get(aborted::call))
                .isInstanceOf(UnsupportedOperationException.class);
        Work fine = new Work(0, null);
        assertThat(Failsafe.with(policy).get(fine::call)).isEqualTo("done");
        CountDownLatch never = new CountDownLatch(1);
        Timeout<Object> timeout =
                Timeout.builder(Duration.ofMillis(5)).withInterrupt().build();
        assertThatThrownBy(() -> Failsafe.with(policy, timeout).run(never::await))
                .isInstanceOf(TimeoutExceededException.class);
    }

    private void retriesAsynchronously() throws Exception {
        RetryPolicy<Object> policy = policy();
        Work recovers = new Work(2, new ConnectException());
        assertThat(Failsafe.with(policy).getAsync(recovers::call).get()).isEqualTo("done");
        Work exhausts = new Work(9, new IOException());
        assertThatThrownBy(() -> Failsafe.with(policy).getAsync(exhausts::call).get())
                .isInstanceOf(ExecutionException.class);
    }
}
