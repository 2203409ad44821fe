package io.autobot.agent.instrumentation.langgraph4j;

import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** One of the nodes that run beside each other, before 1.5.3: a lambda, which captures the state. */
public final class FirstBranchAdvice {
    private FirstBranchAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object entered(
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object state,
            @Advice.Argument(value = 3, typing = Assigner.Typing.DYNAMIC) Object action) {
        return ParallelRun.enter(state, action);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(
            @Advice.Enter Object branch, @Advice.Return CompletableFuture<?> result, @Advice.Thrown Throwable thrown) {
        Branch.leave(branch, result, thrown);
    }
}
