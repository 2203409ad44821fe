package io.autobot.agent.instrumentation.langchain4jagentic;

import net.bytebuddy.asm.Advice;

/** The agent waits for an answer and will be called again: it has not ended. */
public final class StepSuspendedAdvice {
    private StepSuspendedAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void suspended() {
        AgentStep here = AgentStep.current();
        if (here != null) {
            here.endsElsewhere();
        }
    }
}
