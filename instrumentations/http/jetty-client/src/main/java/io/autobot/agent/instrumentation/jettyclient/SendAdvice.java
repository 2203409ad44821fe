package io.autobot.agent.instrumentation.jettyclient;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.transport.HttpRequest;

/** A request is sent: a call begins, or goes on with a redirect. */
public final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sending(@Advice.Argument(0) HttpRequest request) {
        JettyCalls.sending(request);
    }
}
