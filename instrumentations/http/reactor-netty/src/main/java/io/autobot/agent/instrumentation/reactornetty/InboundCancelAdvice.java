package io.autobot.agent.instrumentation.reactornetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application does not want the rest of a body, or any of it. */
public final class InboundCancelAdvice {
    private InboundCancelAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void cancelled(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object operations) {
        ReactorCall call = ReactorCalls.of(operations);
        if (call != null) {
            call.bodyCancelled();
        }
    }
}
