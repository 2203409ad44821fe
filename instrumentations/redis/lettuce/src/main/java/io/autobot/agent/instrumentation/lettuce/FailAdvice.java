package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.Command;
import net.bytebuddy.asm.Advice;

/** A command ends with an error reply or without any. */
public final class FailAdvice {
    private FailAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failing(@Advice.This Command<?, ?, ?> command, @Advice.Argument(0) Throwable thrown) {
        LettuceCalls.failed(command, thrown);
    }
}
