package io.autobot.agent.instrumentation.langgraph4j;

import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** One of the nodes that run beside each other, from 1.5.3 on. */
public final class BranchAdvice {
    private BranchAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object entered(
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object action,
            @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object state) {
        return ParallelRun.enter(state, action);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(
            @Advice.Enter Object branch, @Advice.Return CompletableFuture<?> result, @Advice.Thrown Throwable thrown) {
        Branch.leave(branch, result, thrown);
    }
}
