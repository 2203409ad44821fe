package io.autobot.agent.benchmarks.program;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.util.function.Supplier;

/** Guarded calls that do nothing, as fast as they go, and what one of them took. */
public final class ResilienceLoop {
    private static final int CALLS = 1_000;

    private static long called;

    private ResilienceLoop() {}

    /** @param arguments {@code breaker} or {@code retry} */
    public static void main(String[] arguments) {
        Supplier<String> work = () -> {
            called++;
            return "done";
        };
        switch (arguments[0]) {
            case "breaker" -> {
                CircuitBreaker breaker = CircuitBreaker.ofDefaults("benchmark");
                Rounds.measure(CALLS, () -> {
                    for (int i = 0; i < CALLS; i++) {
                        breaker.executeSupplier(work);
                    }
                });
            }
            case "retry" -> {
                Retry retry = Retry.ofDefaults("benchmark");
                Rounds.measure(CALLS, () -> {
                    for (int i = 0; i < CALLS; i++) {
                        retry.executeSupplier(work);
                    }
                });
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        if (called == 0) {
            throw new IllegalStateException("nothing was called");
        }
        // Agents that export before they end may take long.
        Runtime.getRuntime().halt(0);
    }
}
