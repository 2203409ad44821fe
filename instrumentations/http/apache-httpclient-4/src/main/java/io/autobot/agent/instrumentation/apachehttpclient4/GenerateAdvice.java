package io.autobot.agent.instrumentation.apachehttpclient4;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A connection asks for the request, once more after a redirect or a lost connection. */
public final class GenerateAdvice {
    private GenerateAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void generating(@Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object state) {
        AsyncCall call = AsyncCall.of(state);
        if (call != null) {
            call.beginsAgain();
        }
    }
}
