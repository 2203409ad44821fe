package io.autobot.agent.instrumentation.apachehttpclient4;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.http.HttpResponse;

/** The head of the final reply is there. */
public final class ResponseAdvice {
    private ResponseAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void replied(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object state, @Advice.Argument(0) HttpResponse response) {
        AsyncCall call = AsyncCall.of(state);
        if (call != null && response != null) {
            call.replied(response);
        }
    }
}
