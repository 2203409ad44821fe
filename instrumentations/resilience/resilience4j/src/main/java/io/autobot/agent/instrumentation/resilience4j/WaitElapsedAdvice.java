package io.autobot.agent.instrumentation.resilience4j;

import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerThread;
import net.bytebuddy.asm.Advice;

/** What happens within has no other cause than time. */
public final class WaitElapsedAdvice {
    private WaitElapsedAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static BreakerReason entered() {
        return BreakerThread.current().enter(BreakerReason.WAIT_ELAPSED);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter BreakerReason before) {
        BreakerThread.current().leave(before);
    }
}
