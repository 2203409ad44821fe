package io.autobot.agent.instrumentation.apachehttpclient4;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A call failed. */
public final class FailedAdvice {
    private FailedAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object handler, @Advice.Argument(0) Exception failure) {
        AsyncCall call = AsyncCall.of(handler);
        if (call != null) {
            call.failed(failure);
        }
    }
}
