package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.internal.CircuitBreakerImpl;
import net.bytebuddy.asm.Advice;

/** A breaker is closed from now on; the first time it was never anything else. */
public final class ClosedAdvice {
    private ClosedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void closed(@Advice.Argument(0) CircuitBreakerImpl<?> breaker) {
        Breakers.closed(breaker);
    }
}
