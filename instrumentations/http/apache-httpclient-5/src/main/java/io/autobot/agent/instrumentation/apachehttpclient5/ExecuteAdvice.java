package io.autobot.agent.instrumentation.apachehttpclient5;

import net.bytebuddy.asm.Advice;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;

/** A call of a classic client, until the head of its reply is there. */
public final class ExecuteAdvice {
    private ExecuteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object executing(
            @Advice.Argument(0) HttpHost target, @Advice.Argument(1) ClassicHttpRequest request) {
        return ClassicCall.open(target, request);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void executed(
            @Advice.Enter Object call, @Advice.Return CloseableHttpResponse response, @Advice.Thrown Throwable thrown) {
        if (call != null) {
            ((ClassicCall) call).executed(response, thrown);
        }
    }
}
