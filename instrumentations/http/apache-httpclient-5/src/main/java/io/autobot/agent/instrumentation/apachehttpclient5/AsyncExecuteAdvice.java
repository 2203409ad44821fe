package io.autobot.agent.instrumentation.apachehttpclient5;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/** A call of an asynchronous client enters its chain: body and callback are shown to the agent from here on. */
public final class AsyncExecuteAdvice {
    private AsyncExecuteAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments({
        @ToArgument(value = 1, index = AsyncCalls.BODY, typing = Assigner.Typing.DYNAMIC),
        @ToArgument(value = 3, index = AsyncCalls.CALLBACK, typing = Assigner.Typing.DYNAMIC)
    })
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object[] executing(
            @Advice.Argument(0) HttpRequest request,
            @Advice.Argument(1) AsyncEntityProducer body,
            @Advice.Argument(2) AsyncExecChain.Scope scope,
            @Advice.Argument(3) AsyncExecCallback callback) {
        return AsyncCalls.open(request, body, scope, callback);
    }

    /** The client tells the application's future alone of what is thrown here. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void executed(@Advice.Enter Object[] call, @Advice.Thrown Throwable thrown) {
        if (call != null && thrown != null) {
            AsyncCalls.failed(call, thrown);
        }
    }
}
