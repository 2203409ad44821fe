package io.autobot.agent.instrumentation.resilience4j;

import io.autobot.agent.resilience.BreakerThread;
import net.bytebuddy.asm.Advice;

/** A change of state that the library refuses leaves no cause behind for the next one. */
public final class TransitionEndAdvice {
    private TransitionEndAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ended(@Advice.Thrown Throwable thrown) {
        if (thrown != null) {
            BreakerThread.current().leave(null);
        }
    }
}
