package io.autobot.agent.instrumentation.reactornetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A connection is there and the request about to be sent over it: the first, or one more after a redirect or a loss. */
public final class AttemptAdvice {
    private AttemptAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sending(@Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object operations) {
        ReactorCalls.attempt(operations);
    }
}
