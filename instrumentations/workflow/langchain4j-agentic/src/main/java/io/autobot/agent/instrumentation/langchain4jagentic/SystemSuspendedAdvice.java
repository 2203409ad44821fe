package io.autobot.agent.instrumentation.langchain4jagentic;

import net.bytebuddy.asm.Advice;

/** A system stops for an answer; as an agent of another it does so by an exception. */
public final class SystemSuspendedAdvice {
    private SystemSuspendedAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void suspended() {
        SystemRun here = SystemRun.current();
        if (here != null) {
            here.suspended();
        }
    }
}
