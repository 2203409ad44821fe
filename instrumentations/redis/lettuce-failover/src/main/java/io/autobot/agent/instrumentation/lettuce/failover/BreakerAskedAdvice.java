package io.autobot.agent.instrumentation.lettuce.failover;

import io.lettuce.core.failover.CircuitBreaker;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Asked before each command and each batch of them, and by nothing else in Lettuce (7.4 to 7.7). */
public final class BreakerAskedAdvice {
    private BreakerAskedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void asked(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object breaker,
            @Advice.Return boolean closed,
            @Advice.Thrown Throwable thrown) {
        Breakers.asked((CircuitBreaker) breaker, closed || thrown != null);
    }
}
