package io.autobot.agent.instrumentation.springcoreretry;

import net.bytebuddy.asm.Advice;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.Retryable;

/** An attempt has failed, and there is one more if time allows; here the work and its state meet. */
public final class FailedAttemptAdvice {
    private FailedAttemptAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed(@Advice.Argument(3) Retryable<?> work, @Advice.Argument(4) RetryState state) {
        Retries.failed(work, state);
    }
}
