package io.autobot.agent.instrumentation.testing;

import io.autobot.agent.weave.Seen;
import net.bytebuddy.asm.Advice;

/** Says when a method begins and how it ends. */
public final class TracingAdvice {
    private TracingAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long entered() {
        Seen.event("enter");
        return 1;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter long start, @Advice.Thrown Throwable thrown) {
        Seen.event(start == 1 && thrown == null ? "exit" : "exit by " + thrown.getMessage());
    }
}
