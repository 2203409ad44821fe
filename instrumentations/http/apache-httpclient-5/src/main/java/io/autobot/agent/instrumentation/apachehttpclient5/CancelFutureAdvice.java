package io.autobot.agent.instrumentation.apachehttpclient5;

import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.concurrent.ComplexFuture;

/** A future is cancelled, one that the application has for instance. */
public final class CancelFutureAdvice {
    private CancelFutureAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void cancelling(@Advice.This ComplexFuture<?> future) {
        Cancellables.cancelling(future);
    }
}
