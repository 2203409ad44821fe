package io.autobot.agent.instrumentation.springaitools;

import io.autobot.agent.llm.LlmToolThread;
import net.bytebuddy.asm.Advice;

/** A callback says that its tool has failed. */
public final class ErrorAdvice {
    private ErrorAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void failed() {
        LlmToolThread.current().failed();
    }
}
