package io.autobot.agent.instrumentation.okhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import okhttp3.Call;
import okhttp3.Response;

/** A call from before its first interceptor to its reply's head, which is shown to the agent if anybody wants it. */
public final class CallAdvice {
    private CallAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static OkHttpCall calling(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object call) {
        return OkHttpCall.open((Call) call);
    }

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static Response replied(
            @Advice.Enter OkHttpCall call, @Advice.Return Response response, @Advice.Thrown Throwable thrown) {
        return call == null ? null : call.replied(response, thrown);
    }
}
