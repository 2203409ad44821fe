package io.autobot.agent.instrumentation.apachehttpclient4;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;

/** A call of an asynchronous client, whose request is known now. */
public final class PrepareAdvice {
    private PrepareAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void preparing(
            @Advice.Argument(0) HttpHost target,
            @Advice.Argument(1) HttpRequest request,
            @Advice.Argument(value = 2, typing = Assigner.Typing.DYNAMIC) Object state,
            @Advice.Argument(value = 3, typing = Assigner.Typing.DYNAMIC) Object handler) {
        AsyncCall.open(target, request, state, handler);
    }
}
