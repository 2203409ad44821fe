package io.autobot.agent.instrumentation.awssdk;

import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;

/** One attempt of an asynchronous client (read in 2.21.44 to 2.58.0). */
public final class AsyncAttemptAdvice {
    private AsyncAttemptAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(
            @ToArgument(value = 2, index = AsyncAttempts.REPLACED, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object[] sending(
            @Advice.Argument(1) AsyncExecuteRequest.Builder request,
            @Advice.Argument(2) TransformingAsyncResponseHandler<?> handler) {
        return AsyncAttempts.open(request, handler);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void sent(
            @Advice.Enter Object[] attempt,
            @Advice.Return CompletableFuture<?> future,
            @Advice.Thrown Throwable thrown) {
        if (attempt != null) {
            AsyncAttempts.watch(attempt, future, thrown);
        }
    }
}
