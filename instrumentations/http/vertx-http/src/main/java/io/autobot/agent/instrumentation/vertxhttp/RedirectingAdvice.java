package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.http.HttpThread;
import net.bytebuddy.asm.Advice;

/** The client asks for the request that a redirect leads to: it belongs to a call that is there already. */
public final class RedirectingAdvice {
    private RedirectingAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean redirecting() {
        HttpThread.cover();
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void redirected(@Advice.Enter boolean covered) {
        if (covered) {
            HttpThread.uncover();
        }
    }
}
