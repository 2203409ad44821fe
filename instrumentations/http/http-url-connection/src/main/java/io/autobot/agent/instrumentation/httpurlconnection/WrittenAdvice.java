package io.autobot.agent.instrumentation.httpurlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A body that is sent as it is written is complete. */
public final class WrittenAdvice {
    private WrittenAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void closed(
            @Advice.FieldValue(value = "this$0", typing = Assigner.Typing.DYNAMIC) HttpURLConnection connection,
            @Advice.Thrown Throwable thrown) {
        UrlCall call = thrown == null ? UrlCall.of(connection) : null;
        if (call != null) {
            call.wroteAll();
        }
    }
}
