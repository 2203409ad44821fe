package io.autobot.agent.instrumentation.awssdk;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/** One attempt of a synchronous client, until the head of its reply. */
public final class AttemptAdvice {
    private AttemptAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(@ToArgument(value = 0, index = Attempts.REQUEST, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object[] sending(@Advice.Argument(0) SdkHttpFullRequest request) {
        return Attempts.open(request);
    }

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static HttpExecuteResponse replied(
            @Advice.Enter Object[] attempt, @Advice.Return HttpExecuteResponse reply, @Advice.Thrown Throwable thrown) {
        return attempt == null ? null : Attempts.replied(attempt, reply, thrown);
    }
}
