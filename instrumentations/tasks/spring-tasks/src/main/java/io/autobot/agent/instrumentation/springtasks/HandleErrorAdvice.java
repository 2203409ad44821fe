package io.autobot.agent.instrumentation.springtasks;

import net.bytebuddy.asm.Advice;

/** After {@code AsyncExecutionAspectSupport.handleError}, which may have run other bodies on this thread. */
public final class HandleErrorAdvice {
    private HandleErrorAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void handled(@Advice.Argument(0) Throwable failure) {
        Bodies.handled(failure);
    }
}
