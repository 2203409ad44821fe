package io.autobot.agent.instrumentation.reactornetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The request is sent. */
public final class SentAdvice {
    private SentAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sent(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object operations) {
        ReactorCall call = ReactorCalls.of(operations);
        if (call != null) {
            call.sent();
        }
    }
}
