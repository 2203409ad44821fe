package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.Command;
import net.bytebuddy.asm.Advice;

/** A reply was read and belongs to this command. */
public final class CompleteAdvice {
    private CompleteAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void completed(@Advice.This Command<?, ?, ?> command) {
        LettuceCalls.completed(command);
    }
}
