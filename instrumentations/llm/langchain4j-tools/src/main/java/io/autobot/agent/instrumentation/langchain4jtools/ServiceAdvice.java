package io.autobot.agent.instrumentation.langchain4jtools;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.ToolExecutionResult;
import io.autobot.agent.llm.LlmToolThread;
import net.bytebuddy.asm.Advice;

/** A service executes a request by whatever executor (1.6 on); a result may say of itself that it is an error. */
public final class ServiceAdvice {
    private ServiceAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static int requested(@Advice.Argument(0) ToolExecutionRequest request) {
        return LlmToolThread.current().requested(request.name());
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ended(
            @Advice.Argument(0) ToolExecutionRequest request,
            @Advice.Enter int opened,
            @Advice.Return ToolExecutionResult result,
            @Advice.Thrown Throwable thrown) {
        ToolCalls.ended(opened, request, thrown != null || result != null && result.isError());
    }
}
