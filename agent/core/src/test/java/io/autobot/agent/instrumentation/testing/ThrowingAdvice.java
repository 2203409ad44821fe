package io.autobot.agent.instrumentation.testing;

import net.bytebuddy.asm.Advice;

/** Fails at both ends. */
public final class ThrowingAdvice {
    private ThrowingAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long entered() {
        throw new IllegalStateException("on enter");
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter long start, @Advice.Thrown Throwable thrown) {
        throw new StackOverflowError("on exit");
    }
}
