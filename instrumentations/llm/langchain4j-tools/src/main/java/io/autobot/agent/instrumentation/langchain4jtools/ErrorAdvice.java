package io.autobot.agent.instrumentation.langchain4jtools;

import io.autobot.agent.llm.LlmToolThread;
import net.bytebuddy.asm.Advice;

/** An executor has thrown and a handler is about to be asked what the model is told. */
public final class ErrorAdvice {
    private ErrorAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void failed() {
        LlmToolThread.current().failed();
    }
}
