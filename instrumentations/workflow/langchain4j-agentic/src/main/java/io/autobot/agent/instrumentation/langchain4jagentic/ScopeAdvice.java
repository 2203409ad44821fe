package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import net.bytebuddy.asm.Advice;

/** A call of a system begins to work on a scope. */
public final class ScopeAdvice {
    private ScopeAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void begins(@Advice.This DefaultAgenticScope scope) {
        SystemRun run = SystemRun.current();
        if (run != null) {
            AgenticSystems.begins(scope, run.system());
        }
    }
}
