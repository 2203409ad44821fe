package io.autobot.agent.instrumentation.langgraph4j;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application gives up a stream. Before the stream does so, because a node that is interrupted fails. */
public final class CancelAdvice {
    private CancelAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void cancelled(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object stream) {
        GraphRun run = GraphRuns.get(stream);
        if (run != null) {
            run.cancelled();
        }
    }
}
