package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.internal.AgentExecutor;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import net.bytebuddy.asm.Advice;

/** A system calls an agent, on this thread, or this thread does what one began that does not wait. */
public final class StepAdvice {
    private StepAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static AgentStep called(@Advice.This AgentExecutor executor, @Advice.Argument(0) DefaultAgenticScope scope) {
        return AgentStep.begin(executor, scope);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter AgentStep step, @Advice.Thrown Throwable thrown) {
        if (step != null) {
            step.end(thrown);
        }
    }
}
