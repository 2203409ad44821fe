package io.autobot.agent.instrumentation.apachehttpclient4;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;

/** A call of a classic client, until the head of its reply is there. */
public final class ExecuteAdvice {
    private ExecuteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object executing(@Advice.Argument(0) HttpHost target, @Advice.Argument(1) HttpRequest request) {
        return ClassicCall.open(target, request);
    }

    /** The response to go on with; nothing is assigned where nothing is returned. */
    @AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static Object executed(
            @Advice.Enter Object call, @Advice.Return CloseableHttpResponse response, @Advice.Thrown Throwable thrown) {
        return call == null ? null : ((ClassicCall) call).executed(response, thrown);
    }
}
