package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.retry.internal.RetryImpl;
import net.bytebuddy.asm.Advice;

/** An attempt has failed: the next one begins after so many milliseconds, or never if there are less than none. */
public final class AsyncRetryAfterErrorAdvice {
    private AsyncRetryAfterErrorAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void handled(
            @Advice.FieldValue("this$0") RetryImpl<?> retry,
            @Advice.Argument(0) Throwable failure,
            @Advice.Return long wait,
            @Advice.Thrown Throwable thrown) {
        if (wait >= 0 && thrown == null) {
            Retries.of(retry).again(failure);
        }
    }
}
