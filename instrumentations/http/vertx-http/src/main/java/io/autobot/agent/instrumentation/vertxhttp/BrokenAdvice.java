package io.autobot.agent.instrumentation.vertxhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A body breaks off. */
public final class BrokenAdvice {
    private BrokenAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void broken(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object response, @Advice.Argument(0) Throwable failure) {
        VertxCall call = VertxCalls.ofReply(response);
        if (call != null) {
            call.failed(failure);
        }
    }
}
