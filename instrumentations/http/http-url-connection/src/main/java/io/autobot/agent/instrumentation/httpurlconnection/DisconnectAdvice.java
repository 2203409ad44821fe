package io.autobot.agent.instrumentation.httpurlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application does not want the rest, if there is any. */
public final class DisconnectAdvice {
    private DisconnectAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void disconnecting(@Advice.This(typing = Assigner.Typing.DYNAMIC) HttpURLConnection connection) {
        UrlCall call = UrlCall.of(connection);
        if (call != null) {
            call.disconnected();
        }
    }
}
