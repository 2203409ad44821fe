package io.autobot.agent.instrumentation.lettuce.failover;

import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerThread;
import net.bytebuddy.asm.Advice;

/** When the grace period of a database turns out to be over, its breaker closes. */
public final class GracePeriodAdvice {
    private GracePeriodAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static BreakerReason entered() {
        return BreakerThread.current().enter(BreakerReason.WAIT_ELAPSED);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter BreakerReason before) {
        BreakerThread.current().leave(before);
    }
}
