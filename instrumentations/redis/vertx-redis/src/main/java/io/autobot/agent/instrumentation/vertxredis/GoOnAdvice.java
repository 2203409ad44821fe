package io.autobot.agent.instrumentation.vertxredis;

import net.bytebuddy.asm.Advice;

/** Newer clusters' clients go on with the nodes they know, whatever becomes of the look-up of others. */
public final class GoOnAdvice {
    private GoOnAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void going() {
        Calls.drop();
    }
}
