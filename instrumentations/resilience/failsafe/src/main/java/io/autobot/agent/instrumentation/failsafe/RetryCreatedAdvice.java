package io.autobot.agent.instrumentation.failsafe;

import net.bytebuddy.asm.Advice;

/** Shows retries from 0 on, once there is a policy for them. */
public final class RetryCreatedAdvice {
    private RetryCreatedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created() {
        Retries.known();
    }
}
