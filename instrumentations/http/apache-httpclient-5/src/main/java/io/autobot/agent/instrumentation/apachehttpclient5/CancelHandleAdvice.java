package io.autobot.agent.instrumentation.apachehttpclient5;

import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.concurrent.ComplexCancellable;

/** What a minimal client returned is cancelled, or the future that stands before it. */
public final class CancelHandleAdvice {
    private CancelHandleAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void cancelling(@Advice.This ComplexCancellable handle) {
        Cancellables.cancelling(handle);
    }
}
