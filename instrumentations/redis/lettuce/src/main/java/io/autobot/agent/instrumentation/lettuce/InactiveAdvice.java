package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.DefaultEndpoint;
import net.bytebuddy.asm.Advice;

/** A connection was closed. */
public final class InactiveAdvice {
    private InactiveAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void inactive(@Advice.This DefaultEndpoint endpoint) {
        LettuceChannels.of(endpoint).disconnected();
    }
}
