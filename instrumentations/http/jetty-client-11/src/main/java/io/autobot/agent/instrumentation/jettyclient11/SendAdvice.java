package io.autobot.agent.instrumentation.jettyclient11;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.HttpRequest;
import org.eclipse.jetty.client.api.Response;

/** A request is sent: a call begins, or goes on with a redirect. */
public final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sending(
            @Advice.Argument(0) HttpRequest request, @Advice.Argument(1) List<Response.ResponseListener> listeners) {
        JettyCalls.sending(request, listeners);
    }
}
