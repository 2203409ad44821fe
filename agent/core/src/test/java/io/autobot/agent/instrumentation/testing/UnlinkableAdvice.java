package io.autobot.agent.instrumentation.testing;

import net.bytebuddy.asm.Advice;

/** Cannot be linked: its class does not initialise. */
public final class UnlinkableAdvice {
    private static final Object STATE = fail();

    private UnlinkableAdvice() {}

    private static Object fail() {
        throw new IllegalStateException("no state");
    }

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object entered() {
        return STATE;
    }
}
