package io.autobot.agent.instrumentation.jettyclient11;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.HttpContent;
import org.eclipse.jetty.client.HttpExchange;

/** A request is about to be written, with this body (9.4). */
public final class ContentAdvice {
    private ContentAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writing(@Advice.Argument(0) HttpExchange exchange, @Advice.Argument(1) HttpContent content) {
        JettyContents.writing(exchange, content);
    }
}
