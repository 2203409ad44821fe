package io.autobot.agent.instrumentation.springretry;

import io.autobot.agent.tasks.AttemptedCall;
import net.bytebuddy.asm.Advice;
import org.springframework.retry.RetryCallback;

/** All attempts of one call. */
public final class CallAdvice {
    private CallAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static AttemptedCall begin(@Advice.Argument(0) RetryCallback<?, ?> callback) {
        return AttemptedCall.begin(callback);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void end(@Advice.Enter AttemptedCall call) {
        if (call != null) {
            call.end();
        }
    }
}
