package io.autobot.agent.instrumentation.langgraph4j;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A node that stands for several begins with them, each on this thread or on one of an executor. */
public final class ParallelAdvice {
    private ParallelAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void entered(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object action,
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object state) {
        ParallelRun.begins(action, state);
    }
}
