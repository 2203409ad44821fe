package io.autobot.agent.instrumentation.reactornetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The body of a request, or a piece of it, is given as it is. */
public final class SendObjectAdvice {
    private SendObjectAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sending(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object operations, @Advice.Argument(0) Object message) {
        ReactorCall call = ReactorCalls.of(operations);
        if (call != null) {
            call.sending(message);
        }
    }
}
