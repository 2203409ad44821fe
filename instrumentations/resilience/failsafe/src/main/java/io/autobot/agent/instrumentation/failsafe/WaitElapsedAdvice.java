package io.autobot.agent.instrumentation.failsafe;

import io.autobot.agent.resilience.BreakerReason;
import io.autobot.agent.resilience.BreakerThread;
import net.bytebuddy.asm.Advice;

/** An open breaker is asked for a permit; when its wait is over, it turns half-open and asks itself once more. */
public final class WaitElapsedAdvice {
    private WaitElapsedAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static BreakerReason entered() {
        BreakerThread thread = BreakerThread.current();
        thread.enterAsking();
        return thread.enter(BreakerReason.WAIT_ELAPSED);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter BreakerReason before) {
        BreakerThread thread = BreakerThread.current();
        thread.leave(before);
        thread.exitAsking();
    }
}
