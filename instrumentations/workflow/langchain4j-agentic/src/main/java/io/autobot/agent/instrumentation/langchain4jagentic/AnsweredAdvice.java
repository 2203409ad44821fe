package io.autobot.agent.instrumentation.langchain4jagentic;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** An answer comes; only the first counts. */
public final class AnsweredAdvice {
    private AnsweredAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void answered(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object answer,
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object said,
            @Advice.Return boolean first) {
        if (first) {
            HumanAnswers.answered(answer, said);
        }
    }
}
