package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.workflow.WorkflowThread;
import net.bytebuddy.asm.Advice;

/** A node that is a compiled graph opens a run of that graph, which is not one by itself. */
public final class SubgraphAdvice {
    private SubgraphAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void entered() {
        WorkflowThread.current().nest(1);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left() {
        WorkflowThread.current().nest(-1);
    }
}
