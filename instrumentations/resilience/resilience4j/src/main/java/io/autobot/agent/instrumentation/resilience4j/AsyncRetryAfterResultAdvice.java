package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.retry.internal.RetryImpl;
import net.bytebuddy.asm.Advice;

/** An attempt has had a result: when it was not good enough, the next one begins after so many milliseconds. */
public final class AsyncRetryAfterResultAdvice {
    private AsyncRetryAfterResultAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void handled(
            @Advice.FieldValue("this$0") RetryImpl<?> retry,
            @Advice.Return long wait,
            @Advice.Thrown Throwable thrown) {
        if (wait >= 0 && thrown == null) {
            Retries.of(retry).again(null);
        }
    }
}
