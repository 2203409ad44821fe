package io.autobot.agent.instrumentation.vertxhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application gives a request up, replied to or not. Timeouts of the client take another way. */
public final class ResetAdvice {
    private ResetAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void resetting(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object request) {
        VertxCall call = VertxCalls.of(request);
        if (call != null) {
            call.cancelled();
        }
    }
}
