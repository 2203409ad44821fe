package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.DefaultEndpoint;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Which connection, as the application sees it, stands before an endpoint. */
public final class FacadeAdvice {
    private FacadeAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void set(
            @Advice.This DefaultEndpoint endpoint,
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object facade) {
        LettuceChannels.facade(facade, endpoint);
    }
}
