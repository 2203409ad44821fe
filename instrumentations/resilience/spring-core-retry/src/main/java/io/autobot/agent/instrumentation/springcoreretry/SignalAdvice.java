package io.autobot.agent.instrumentation.springcoreretry;

import net.bytebuddy.asm.Advice;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/** An attempt of a subscription has failed; here the specification and the subscription meet. */
public final class SignalAdvice {
    private SignalAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed(
            @Advice.This RetryBackoffSpec specification, @Advice.Argument(1) Retry.RetrySignal subscription) {
        ReactiveRetries.failed(specification, subscription);
    }
}
