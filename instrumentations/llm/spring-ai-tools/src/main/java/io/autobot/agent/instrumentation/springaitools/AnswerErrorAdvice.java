package io.autobot.agent.instrumentation.springaitools;

import io.autobot.agent.llm.LlmToolThread;
import net.bytebuddy.asm.Advice;

/** The manager is about to turn a failure into an answer for the model, or to throw it. */
public final class AnswerErrorAdvice {
    private AnswerErrorAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed() {
        LlmToolThread.current().failed();
    }
}
