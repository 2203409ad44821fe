package io.autobot.agent.instrumentation.langchain4jtools;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.autobot.agent.llm.LlmToolThread;
import net.bytebuddy.asm.Advice;

/** As {@link ServiceAdvice}, of 1.4 and 1.5, whose results are plain text. */
public final class PlainServiceAdvice {
    private PlainServiceAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static int requested(@Advice.Argument(0) ToolExecutionRequest request) {
        return LlmToolThread.current().requested(request.name());
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ended(
            @Advice.Argument(0) ToolExecutionRequest request,
            @Advice.Enter int opened,
            @Advice.Thrown Throwable thrown) {
        ToolCalls.ended(opened, request, thrown != null);
    }
}
