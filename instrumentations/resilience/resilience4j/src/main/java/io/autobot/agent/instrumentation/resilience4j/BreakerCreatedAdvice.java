package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import net.bytebuddy.asm.Advice;

/** Sees every breaker from its first moment, before it is used. Constructors call each other; the first one counts. */
public final class BreakerCreatedAdvice {
    private BreakerCreatedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created(@Advice.This CircuitBreakerStateMachine breaker) {
        Breakers.of(breaker);
    }
}
