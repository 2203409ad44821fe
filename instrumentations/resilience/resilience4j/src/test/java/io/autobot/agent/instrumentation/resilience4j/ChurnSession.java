package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.function.Function;

/** Creates and drops so many breakers of one name, each of them used. */
public final class ChurnSession implements Function<Integer, Object> {
    @Override
    public Object apply(Integer times) {
        for (int i = 0; i < times; i++) {
            CircuitBreaker.ofDefaults("churn").transitionToOpenState();
        }
        return null;
    }
}
