package io.autobot.agent.instrumentation.resilience4j;

import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerThread;
import net.bytebuddy.asm.Advice;

/** A half-open breaker judges the calls it let through; whether they went well shows in the state that follows. */
public final class ProbeAdvice {
    private ProbeAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static BreakerReason entered() {
        return BreakerThread.current().enter(BreakerReason.PROBE_SUCCEEDED);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter BreakerReason before) {
        BreakerThread.current().leave(before);
    }
}
