package io.autobot.agent.instrumentation.javahttpclient;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A call: its request and its body handler are shown to the agent on their way, if anybody wants to see them. */
public final class SendAdvice {
    private SendAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments({
        @ToArgument(value = 0, index = JavaHttpCalls.REQUEST, typing = Assigner.Typing.DYNAMIC),
        @ToArgument(value = 1, index = JavaHttpCalls.HANDLER, typing = Assigner.Typing.DYNAMIC)
    })
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object[] sending(
            @Advice.Argument(0) HttpRequest request, @Advice.Argument(1) HttpResponse.BodyHandler<?> handler) {
        return JavaHttpCalls.open(request, handler);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void sent(
            @Advice.Enter Object[] call, @Advice.Return CompletableFuture<?> future, @Advice.Thrown Throwable thrown) {
        if (call != null) {
            JavaHttpCalls.watch(call, future, thrown);
        }
    }
}
