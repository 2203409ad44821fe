package io.autobot.agent.instrumentation.langchain4jagentic;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A person's agent makes what the answer will come in, which it may do before the agent returns. */
public final class AnswerMadeAdvice {
    private AnswerMadeAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void made(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object answer) {
        AgentStep step = AgentStep.current();
        if (step != null && step.isHuman()) {
            HumanAnswers.await(answer, step.system());
        }
    }
}
