package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.internal.CircuitBreakerImpl;
import net.bytebuddy.asm.Advice;

/** Sees every breaker from its first moment, before it is used. */
public final class BreakerCreatedAdvice {
    private BreakerCreatedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created(@Advice.This CircuitBreakerImpl<?> breaker) {
        Breakers.of(breaker);
    }
}
