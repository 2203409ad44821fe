package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.workflow.WorkflowThread;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.bsc.async.AsyncGenerator;

/** One move of a graph: a node, the way in, the way out, or a stop before or after a node. */
public final class NextAdvice {
    private NextAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object entered(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object generator) {
        GraphRun run = GraphRuns.get(generator);
        if (run != null) {
            run.moves(generator);
        }
        return WorkflowThread.current().enter(run);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object generator,
            @Advice.Enter Object before,
            @Advice.Return AsyncGenerator.Data<?> data,
            @Advice.Thrown Throwable thrown) {
        if (!(WorkflowThread.current().leave(before) instanceof GraphRun run)) {
            return;
        }
        if (thrown != null) {
            run.failed(null);
        } else if (Pieces.isError(data)) {
            run.failed(Pieces.isOfNode(data) ? Pieces.currentNode(generator) : null);
        } else if (data.isDone()) {
            run.done(Pieces.isInterruption(data));
        }
    }
}
