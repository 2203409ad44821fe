package io.autobot.agent.instrumentation.vertxredis;

import net.bytebuddy.asm.Advice;

/** A request entered the queue of those that await a reply. */
public final class OfferAdvice {
    private OfferAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void offered(@Advice.Thrown Throwable full) {
        if (full == null) {
            Sending.offered();
        }
    }
}
