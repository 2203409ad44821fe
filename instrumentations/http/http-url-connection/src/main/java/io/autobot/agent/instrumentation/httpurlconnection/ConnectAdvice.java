package io.autobot.agent.instrumentation.httpurlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application connects; both streams do it as well, after they have said so. */
public final class ConnectAdvice {
    private ConnectAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static UrlCall connecting(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) HttpURLConnection connection,
            @Advice.FieldValue("connecting") boolean known) {
        return known ? null : UrlCall.connecting(connection);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void connected(@Advice.Enter UrlCall call, @Advice.Thrown Throwable thrown) {
        if (call != null && thrown != null) {
            call.failed(thrown);
        }
    }
}
