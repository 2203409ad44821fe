package io.autobot.agent.instrumentation.apachehttpclient4;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application gave a call up, or its consumer wants no more; after the end this says nothing. */
public final class CancelledAdvice {
    private CancelledAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void cancelled(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object handler) {
        AsyncCall call = AsyncCall.of(handler);
        if (call != null) {
            call.cancelled();
        }
    }
}
