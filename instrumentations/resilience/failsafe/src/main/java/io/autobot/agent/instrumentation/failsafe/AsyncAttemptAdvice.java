package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.spi.AsyncExecutionInternal;
import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.asm.Advice;

/** An attempt begins; the first one has no result before it. */
public final class AsyncAttemptAdvice {
    private AsyncAttemptAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void begins(
            @Advice.Argument(0) AsyncExecutionInternal<?> attempt,
            @Advice.Argument(5) AtomicReference<?> resultBefore) {
        if (resultBefore.get() != null) {
            Retries.again(attempt);
        }
    }
}
