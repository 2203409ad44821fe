package io.autobot.agent.instrumentation.jettyclient11;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.HttpContent;

/** The next bytes of a request's body, or its end, are there and will be written (9.4). */
public final class AdvanceAdvice {
    private AdvanceAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void advanced(@Advice.This HttpContent content, @Advice.Thrown Throwable thrown) {
        if (thrown == null) {
            JettyContents.advanced(content);
        }
    }
}
