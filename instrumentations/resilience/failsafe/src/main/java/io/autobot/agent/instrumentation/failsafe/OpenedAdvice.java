package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.internal.CircuitBreakerImpl;
import net.bytebuddy.asm.Advice;

/** A breaker is open from now on. */
public final class OpenedAdvice {
    private OpenedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void opened(@Advice.Argument(0) CircuitBreakerImpl<?> breaker) {
        Breakers.opened(breaker);
    }
}
