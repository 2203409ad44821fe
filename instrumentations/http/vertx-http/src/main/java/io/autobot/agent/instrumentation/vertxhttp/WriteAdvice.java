package io.autobot.agent.instrumentation.vertxhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application sends a request, or a piece of its body. */
public final class WriteAdvice {
    private WriteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writing(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object request,
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object piece,
            @Advice.Argument(1) boolean end) {
        VertxCall call = VertxCalls.of(request);
        if (call != null) {
            call.writing(request, piece, end);
        }
    }
}
