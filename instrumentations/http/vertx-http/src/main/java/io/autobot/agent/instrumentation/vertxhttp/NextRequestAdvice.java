package io.autobot.agent.instrumentation.vertxhttp;

import io.vertx.core.http.HttpClientRequest;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A redirect led to another request; its reply is what the application will get. */
public final class NextRequestAdvice {
    private NextRequestAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void following(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object request, @Advice.Argument(0) HttpClientRequest next) {
        VertxCall call = VertxCalls.of(request);
        if (call != null) {
            VertxCalls.put(next, call);
        }
    }
}
