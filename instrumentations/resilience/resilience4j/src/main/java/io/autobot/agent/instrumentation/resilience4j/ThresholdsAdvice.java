package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A closed breaker is about to open by its own rules; which one is an enum that is not visible from here. */
public final class ThresholdsAdvice {
    private ThresholdsAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void exceeded(
            @Advice.This CircuitBreakerStateMachine breaker,
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object result) {
        Breakers.exceeded(breaker, result);
    }
}
