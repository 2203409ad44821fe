package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;

/** Around {@code CompletableFuture.AsyncRun.run}. */
public final class AsyncRunAdvice {
    private AsyncRunAdvice() {}

    /** @return the call, {@code null} if it does not count */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object begins(
            @Advice.FieldValue("dep") CompletableFuture<?> future, @Advice.FieldValue("fn") Runnable function) {
        return AsyncCall.begin(future, function);
    }

    /** @param call what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(@Advice.Enter Object call) {
        if (call != null) {
            ((AsyncCall) call).end();
        }
    }
}
