package io.autobot.agent.instrumentation.springcoreretry;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import reactor.util.retry.Retry;

/** The wait is over and the source is subscribed to once more. */
public final class ResubscribeAdvice {
    private ResubscribeAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void again(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object subscription) {
        ReactiveRetries.again((Retry.RetrySignal) subscription);
    }
}
