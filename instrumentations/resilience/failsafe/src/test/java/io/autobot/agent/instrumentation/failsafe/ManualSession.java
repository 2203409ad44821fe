package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.CircuitBreaker;
import java.util.function.Function;

/** Creates, opens and drops so many breakers. */
public final class ManualSession implements Function<Integer, Object> {
    @Override
    public Object apply(Integer times) {
        for (int i = 0; i < times; i++) {
            CircuitBreaker.ofDefaults().open();
        }
        return null;
    }
}
