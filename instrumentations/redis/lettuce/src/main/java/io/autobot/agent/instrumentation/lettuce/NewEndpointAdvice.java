package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.DefaultEndpoint;
import net.bytebuddy.asm.Advice;

/** A connection is about to be opened. */
public final class NewEndpointAdvice {
    private NewEndpointAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created(@Advice.This DefaultEndpoint endpoint) {
        LettuceChannels.create(endpoint);
    }
}
