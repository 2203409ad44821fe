package io.autobot.agent.instrumentation.springretry;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.springframework.retry.RetryContext;

/** A circuit breaker is asked whether it is open, and changes its state by that alone. */
public final class CircuitAdvice {
    private CircuitAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Circuit asked(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object context) {
        return Circuit.of((RetryContext) context);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void answered(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object context, @Advice.Enter Circuit circuit) {
        if (circuit != null) {
            circuit.answered((RetryContext) context);
        }
    }
}
