package io.autobot.agent.instrumentation.langchain4jagentic;

import net.bytebuddy.asm.Advice;

/** What an agent needs is not there, which need not be a failure. */
public final class MissingAdvice {
    private MissingAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void missing() {
        AgentStep here = AgentStep.current();
        if (here != null) {
            here.missing();
        }
    }
}
