package io.autobot.agent.instrumentation.langgraph4j;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.bsc.langgraph4j.CompiledGraph;

/** A run of a graph is made; it starts with its first step. */
public final class OpenedAdvice {
    private OpenedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void opened(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object generator,
            @Advice.Argument(0) CompiledGraph<?> graph,
            @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object input) {
        GraphRuns.put(generator, Graphs.open(graph, input));
    }
}
