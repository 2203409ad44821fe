package io.autobot.agent.instrumentation.httpurlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application asks for the reply, or for anything of its head: the request is sent first. */
public final class InputAdvice {
    private InputAdvice() {}

    /** Asked for again, for the reply's head or after a failure, a stream or an exception is there already. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static UrlCall asking(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) HttpURLConnection connection,
            @Advice.FieldValue(value = "inputStream", typing = Assigner.Typing.DYNAMIC) Object reply,
            @Advice.FieldValue(value = "rememberedException", typing = Assigner.Typing.DYNAMIC) Object failure,
            @Advice.FieldValue(value = "poster", typing = Assigner.Typing.DYNAMIC) Object poster,
            @Advice.FieldValue(value = "strOutputStream", typing = Assigner.Typing.DYNAMIC) Object streaming) {
        if (reply != null || failure != null) {
            return null;
        }
        return poster == null && streaming == null ? UrlCall.open(connection) : UrlCall.of(connection);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void asked(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) HttpURLConnection connection,
            @Advice.Enter UrlCall call,
            @Advice.Thrown Throwable thrown) {
        if (call != null) {
            call.asked(connection, thrown);
        }
    }
}
