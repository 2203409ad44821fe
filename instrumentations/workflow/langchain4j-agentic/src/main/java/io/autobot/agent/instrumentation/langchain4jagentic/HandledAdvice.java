package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.agent.AgentInvocationException;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import net.bytebuddy.asm.Advice;

/** The application says what to do about an agent that failed. */
public final class HandledAdvice {
    private HandledAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void handled(
            @Advice.Argument(1) AgentInvocationException failure, @Advice.Return ErrorRecoveryResult said) {
        AgentStep step = AgentStep.current();
        if (step == null || said == null) {
            return;
        }
        if (said.type() == ErrorRecoveryResult.Type.RETRY) {
            step.again(failure);
        } else if (said.type() == ErrorRecoveryResult.Type.RETURN_RESULT) {
            step.replaced();
        }
    }
}
