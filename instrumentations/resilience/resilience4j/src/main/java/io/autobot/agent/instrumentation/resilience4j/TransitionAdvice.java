package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import net.bytebuddy.asm.Advice;

/** A breaker has changed its state. */
public final class TransitionAdvice {
    private TransitionAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void changed(
            @Advice.This CircuitBreakerStateMachine breaker,
            @Advice.Argument(0) CircuitBreaker.StateTransition transition) {
        Breakers.changed(breaker, transition.getFromState(), transition.getToState());
    }
}
