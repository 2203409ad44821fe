package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.retry.internal.RetryImpl;
import net.bytebuddy.asm.Advice;

/** Shows every retry from 0 on. */
public final class RetryCreatedAdvice {
    private RetryCreatedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created(@Advice.This RetryImpl<?> retry) {
        Retries.of(retry);
    }
}
