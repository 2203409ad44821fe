package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.retry.internal.RetryImpl;
import net.bytebuddy.asm.Advice;

/** An attempt has failed: when the wait is over and nothing was thrown, the next one begins. */
public final class RetryAfterErrorAdvice {
    private RetryAfterErrorAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void handled(
            @Advice.FieldValue("this$0") RetryImpl<?> retry,
            @Advice.Argument(0) Exception failure,
            @Advice.Thrown Throwable thrown) {
        if (thrown == null) {
            Retries.of(retry).again(failure);
        }
    }
}
