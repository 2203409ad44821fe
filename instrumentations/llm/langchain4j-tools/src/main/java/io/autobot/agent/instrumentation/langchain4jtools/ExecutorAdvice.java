package io.autobot.agent.instrumentation.langchain4jtools;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.autobot.agent.llm.LlmToolThread;
import net.bytebuddy.asm.Advice;

/** The executor of annotated methods is given a request, by the service or by the application itself. */
public final class ExecutorAdvice {
    private ExecutorAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static int executed(@Advice.Argument(0) ToolExecutionRequest request) {
        return LlmToolThread.current().executed(request.name());
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ended(
            @Advice.Argument(0) ToolExecutionRequest request,
            @Advice.Enter int opened,
            @Advice.Thrown Throwable thrown) {
        ToolCalls.ended(opened, request, thrown != null);
    }
}
