package io.autobot.agent.instrumentation.lettuce.failover;

import io.lettuce.core.failover.CircuitBreaker;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A breaker has changed its state and is about to say so. */
public final class BreakerChangedAdvice {
    private BreakerChangedAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void changed(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object breaker,
            @Advice.Argument(1) CircuitBreaker.State state) {
        Breakers.changed((CircuitBreaker) breaker, state);
    }
}
