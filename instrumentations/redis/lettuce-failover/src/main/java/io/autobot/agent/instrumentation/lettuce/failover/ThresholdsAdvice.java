package io.autobot.agent.instrumentation.lettuce.failover;

import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerThread;
import net.bytebuddy.asm.Advice;

/** A failure was counted; when the breaker opens within, it is for failures. */
public final class ThresholdsAdvice {
    private ThresholdsAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static BreakerReason entered() {
        return BreakerThread.current().enter(BreakerReason.TOO_MANY_FAILURES);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter BreakerReason before) {
        BreakerThread.current().leave(before);
    }
}
