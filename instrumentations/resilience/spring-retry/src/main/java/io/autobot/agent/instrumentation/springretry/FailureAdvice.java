package io.autobot.agent.instrumentation.springretry;

import io.autobot.agent.tasks.AttemptedCall;
import net.bytebuddy.asm.Advice;
import org.springframework.retry.RetryContext;

/** An attempt has failed. */
public final class FailureAdvice {
    private FailureAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed(@Advice.Argument(2) RetryContext context, @Advice.Argument(3) Throwable failure) {
        AttemptedCall call = AttemptedCall.current();
        if (call != null) {
            call.failed(context, failure);
        }
    }
}
