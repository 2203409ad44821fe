package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.Command;
import net.bytebuddy.asm.Advice;

/** Nobody waits for this command any more. */
public final class CancelAdvice {
    private CancelAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void cancelling(@Advice.This Command<?, ?, ?> command) {
        LettuceCalls.cancelled(command);
    }
}
