package io.autobot.agent.instrumentation.executors;

import net.bytebuddy.asm.Advice;

/** After an executor without a handler was handed a task: it throws if it does not take it. */
public final class NotTakenAdvice {
    private NotTakenAdvice() {}

    /** @param thrown {@code null} if it was taken */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void handedOver(@Advice.Argument(0) Object task, @Advice.Thrown Throwable thrown) {
        if (thrown != null) {
            Rejections.thrown(task, thrown);
        }
    }
}
