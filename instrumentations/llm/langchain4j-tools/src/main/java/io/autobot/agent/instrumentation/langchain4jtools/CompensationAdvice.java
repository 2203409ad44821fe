package io.autobot.agent.instrumentation.langchain4jtools;

import dev.langchain4j.service.tool.ToolExecution;
import io.autobot.agent.llm.LlmToolThread;
import net.bytebuddy.asm.Advice;

/** What a tool did is undone by way of an executor of its own; no model asked for that. */
public final class CompensationAdvice {
    private CompensationAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static int undoing(@Advice.Argument(1) ToolExecution execution) {
        return LlmToolThread.current().requested(execution.request().name());
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void undone(@Advice.Enter int opened) {
        LlmToolThread.current().close(opened, null);
    }
}
