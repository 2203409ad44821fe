package io.autobot.agent.instrumentation.httpurlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A body that is sent as it is written, by one byte. */
public final class WriteOneAdvice {
    private WriteOneAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void written(
            @Advice.FieldValue(value = "this$0", typing = Assigner.Typing.DYNAMIC) HttpURLConnection connection,
            @Advice.Argument(0) int value,
            @Advice.Thrown Throwable thrown) {
        UrlCall call = thrown == null ? UrlCall.of(connection) : null;
        if (call != null) {
            call.wrote(connection, value);
        }
    }
}
