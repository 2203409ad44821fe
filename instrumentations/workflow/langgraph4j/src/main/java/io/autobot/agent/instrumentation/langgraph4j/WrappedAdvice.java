package io.autobot.agent.instrumentation.langgraph4j;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** What the application reads stands around a run and around what its nodes stream. */
public final class WrappedAdvice {
    private WrappedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void wrapped(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object stream,
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object generator) {
        GraphRun run = generator == null ? null : GraphRuns.get(generator);
        if (run != null) {
            GraphRuns.put(stream, run);
        }
    }
}
