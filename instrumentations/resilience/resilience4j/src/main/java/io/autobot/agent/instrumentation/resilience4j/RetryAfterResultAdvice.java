package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.retry.internal.RetryImpl;
import net.bytebuddy.asm.Advice;

/** An attempt has had a result: when it was not good enough and the wait is over, the next one begins. */
public final class RetryAfterResultAdvice {
    private RetryAfterResultAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void handled(
            @Advice.FieldValue("this$0") RetryImpl<?> retry,
            @Advice.Return boolean again,
            @Advice.Thrown Throwable thrown) {
        if (again && thrown == null) {
            Retries.of(retry).again(null);
        }
    }
}
