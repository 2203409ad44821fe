package io.autobot.agent.instrumentation.httpurlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application connects with https, which the streams do in another way. */
public final class SecureConnectAdvice {
    private SecureConnectAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static UrlCall connecting(
            @Advice.FieldValue(value = "delegate", typing = Assigner.Typing.DYNAMIC) Object connection) {
        return UrlCall.connecting((HttpURLConnection) connection);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void connected(@Advice.Enter UrlCall call, @Advice.Thrown Throwable thrown) {
        if (call != null && thrown != null) {
            call.failed(thrown);
        }
    }
}
