package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.ExecutionContext;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The execution of an attempt that failed is copied: after the wait, and unless somebody cancelled it meanwhile. */
public final class RetryAdvice {
    private RetryAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void again(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object failed) {
        Retries.again((ExecutionContext<?>) failed);
    }
}
