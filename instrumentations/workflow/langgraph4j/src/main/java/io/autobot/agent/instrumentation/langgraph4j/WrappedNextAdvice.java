package io.autobot.agent.instrumentation.langgraph4j;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.bsc.async.AsyncGenerator;

/** What a node streams may fail when the run itself is not asked any more. */
public final class WrappedNextAdvice {
    private WrappedNextAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void next(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object stream,
            @Advice.Return AsyncGenerator.Data<?> data,
            @Advice.Thrown Throwable thrown) {
        GraphRun run = GraphRuns.get(stream);
        if (run != null && (thrown != null || Pieces.isError(data))) {
            run.failed(null);
        }
    }
}
