package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import net.bytebuddy.asm.Advice;

/** The application has reset a breaker. */
public final class ResetAdvice {
    private ResetAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void reset(@Advice.This CircuitBreakerStateMachine breaker) {
        Breakers.of(breaker).reset();
    }
}
