package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.internal.CircuitBreakerImpl;
import net.bytebuddy.asm.Advice;

/** A breaker is half-open from now on. */
public final class HalfOpenedAdvice {
    private HalfOpenedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void halfOpened(@Advice.Argument(0) CircuitBreakerImpl<?> breaker) {
        Breakers.halfOpened(breaker);
    }
}
