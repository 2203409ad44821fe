package io.autobot.agent.instrumentation.langgraph4j;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.bsc.langgraph4j.NodeOutput;

/** A node is done, or the graph has begun or come to its end: whoever reads the stream gets the same output. */
public final class OutputAdvice {
    private OutputAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void built(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object generator,
            @Advice.Return NodeOutput<?> output,
            @Advice.Thrown Throwable thrown) {
        GraphRun run = GraphRuns.get(generator);
        if (thrown == null && output != null && run != null) {
            run.output(output.node(), output.state().data());
        }
    }
}
