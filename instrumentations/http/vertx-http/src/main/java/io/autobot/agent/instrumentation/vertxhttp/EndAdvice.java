package io.autobot.agent.instrumentation.vertxhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The end of a body. */
public final class EndAdvice {
    private EndAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void ended(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object response) {
        VertxCall call = VertxCalls.ofReply(response);
        if (call != null) {
            call.ended();
        }
    }
}
