package io.autobot.agent.instrumentation.springretry;

import net.bytebuddy.asm.Advice;
import org.springframework.retry.RetryContext;

/** The policy has said whether there may be an attempt. */
public final class DecisionAdvice {
    private DecisionAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void decided(
            @Advice.Argument(1) RetryContext context, @Advice.Return boolean attempt, @Advice.Thrown Throwable thrown) {
        if (thrown == null) {
            Attempts.decided(context, attempt);
        }
    }
}
