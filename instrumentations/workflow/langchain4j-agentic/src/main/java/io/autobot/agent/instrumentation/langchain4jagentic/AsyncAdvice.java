package io.autobot.agent.instrumentation.langchain4jagentic;

import net.bytebuddy.asm.Advice;

/** The agent runs on another thread, and its call returns at once. */
public final class AsyncAdvice {
    private AsyncAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void begun() {
        AgentStep here = AgentStep.current();
        if (here != null) {
            here.endsElsewhere();
        }
    }
}
