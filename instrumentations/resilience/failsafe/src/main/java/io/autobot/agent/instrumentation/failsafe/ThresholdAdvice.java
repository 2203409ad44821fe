package io.autobot.agent.instrumentation.failsafe;

import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerThread;
import net.bytebuddy.asm.Advice;

/** A breaker opens by its own rules; half-open, it is already known why. */
public final class ThresholdAdvice {
    private ThresholdAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static BreakerReason entered() {
        BreakerThread thread = BreakerThread.current();
        return thread.enter(thread.take(BreakerReason.TOO_MANY_FAILURES));
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter BreakerReason before) {
        BreakerThread.current().leave(before);
    }
}
