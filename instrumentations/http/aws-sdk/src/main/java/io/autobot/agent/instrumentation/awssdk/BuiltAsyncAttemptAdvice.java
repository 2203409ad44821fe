package io.autobot.agent.instrumentation.awssdk;

import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;

/** One attempt of an asynchronous client of the first releases (read in 2.20.157 and 2.21.0). */
public final class BuiltAsyncAttemptAdvice {
    private BuiltAsyncAttemptAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(
            @ToArgument(value = 1, index = AsyncAttempts.REPLACED, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object[] sending(@Advice.Argument(1) AsyncExecuteRequest request) {
        return AsyncAttempts.open(request);
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
