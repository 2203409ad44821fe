package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.internal.AgentExecutor;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import net.bytebuddy.asm.Advice;

/** As {@link StepAdvice}, on another thread in the first releases that have such agents. */
public final class FirstAsyncStepAdvice {
    private FirstAsyncStepAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static AgentStep called(@Advice.This AgentExecutor executor, @Advice.Argument(2) DefaultAgenticScope scope) {
        return AgentStep.begin(executor, scope);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void left(@Advice.Enter AgentStep step, @Advice.Thrown Throwable thrown) {
        if (step != null) {
            step.end(thrown);
        }
    }
}
