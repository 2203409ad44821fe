package io.autobot.agent.instrumentation.apachehttpclient5;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;

/** A call of a minimal asynchronous client: its handler, which the client asks for the request, is shown to the agent. */
public final class MinimalExecuteAdvice {
    private MinimalExecuteAdvice() {}

    @AssignReturned.ToArguments(@ToArgument(value = 0, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object executing(@Advice.Argument(0) AsyncClientExchangeHandler handler) {
        return handler == null ? null : new ObservedHandler(handler);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void executed(
            @Advice.Enter Object handler, @Advice.Return Cancellable handle, @Advice.Thrown Throwable thrown) {
        if (handler != null) {
            ((ObservedHandler) handler).executed(handle, thrown);
        }
    }
}
