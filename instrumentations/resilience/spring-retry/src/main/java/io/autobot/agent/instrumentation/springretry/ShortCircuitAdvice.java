package io.autobot.agent.instrumentation.springretry;

import io.autobot.agent.tasks.AttemptedCall;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.springframework.retry.RetryContext;

/** An open circuit breaker lets no attempt through; the call whose failure has opened it was none of those refused. */
public final class ShortCircuitAdvice {
    private ShortCircuitAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void refused(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object context) {
        AttemptedCall call = AttemptedCall.current();
        if (call == null || !call.hasFailed(context)) {
            Circuit.of((RetryContext) context).rejected((RetryContext) context);
        }
    }
}
