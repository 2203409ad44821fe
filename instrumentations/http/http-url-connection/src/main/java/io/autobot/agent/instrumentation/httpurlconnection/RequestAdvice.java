package io.autobot.agent.instrumentation.httpurlconnection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A request is sent, for the first time or again, with the body that the application has written unless it streams. */
public final class RequestAdvice {
    private RequestAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sending(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) HttpURLConnection connection,
            @Advice.FieldValue(value = "poster", typing = Assigner.Typing.DYNAMIC) Object poster)
            throws IOException {
        if (poster != null) {
            UrlCall call = UrlCall.of(connection);
            if (call != null) {
                call.sends(connection, (ByteArrayOutputStream) poster);
            }
        }
    }
}
