package io.autobot.agent.instrumentation.reactornetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A body breaks off. */
public final class InboundErrorAdvice {
    private InboundErrorAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object operations, @Advice.Argument(0) Throwable failure) {
        ReactorCall call = ReactorCalls.of(operations);
        if (call != null) {
            call.bodyFailed(failure);
        }
    }
}
