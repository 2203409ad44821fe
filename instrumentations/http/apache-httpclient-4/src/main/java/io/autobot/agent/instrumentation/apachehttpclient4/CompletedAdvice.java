package io.autobot.agent.instrumentation.apachehttpclient4;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A reply was read to its end, if it is the final one. */
public final class CompletedAdvice {
    private CompletedAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void completed(@Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object state) {
        AsyncCall call = AsyncCall.of(state);
        if (call != null) {
            call.completed();
        }
    }
}
