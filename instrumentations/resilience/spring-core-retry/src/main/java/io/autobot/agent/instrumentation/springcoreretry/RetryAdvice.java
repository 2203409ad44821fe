package io.autobot.agent.instrumentation.springcoreretry;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.springframework.core.retry.RetryState;

/** The wait is over and the next attempt begins. */
public final class RetryAdvice {
    private RetryAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void again(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object state) {
        Retries.again((RetryState) state);
    }
}
