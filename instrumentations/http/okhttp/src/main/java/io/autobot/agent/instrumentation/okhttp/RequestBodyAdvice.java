package io.autobot.agent.instrumentation.okhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import okhttp3.Request;
import okio.Sink;

/** The library asks where to write a request's body: for each attempt and each redirect that has one. */
public final class RequestBodyAdvice {
    private RequestBodyAdvice() {}

    @AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static Sink created(@Advice.Argument(0) Request request, @Advice.Return Sink sink) {
        OkHttpCall call = OkHttpCall.current();
        return call == null ? null : call.requestBody(request, sink);
    }
}
