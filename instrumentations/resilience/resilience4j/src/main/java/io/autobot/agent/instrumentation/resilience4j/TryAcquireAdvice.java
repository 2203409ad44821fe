package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import net.bytebuddy.asm.Advice;

/** A call asks to be let through and is told. */
public final class TryAcquireAdvice {
    private TryAcquireAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void asked(
            @Advice.This CircuitBreakerStateMachine breaker,
            @Advice.Return boolean permitted,
            @Advice.Thrown Throwable thrown) {
        Breakers.asked(breaker, permitted || thrown != null);
    }
}
