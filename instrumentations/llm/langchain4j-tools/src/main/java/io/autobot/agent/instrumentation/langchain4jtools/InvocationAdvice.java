package io.autobot.agent.instrumentation.langchain4jtools;

import io.autobot.agent.llm.LlmToolThread;
import java.lang.reflect.InvocationTargetException;
import net.bytebuddy.asm.Advice;

/** The annotated method itself; what it throws, the executor may turn into an answer for the model. */
public final class InvocationAdvice {
    private InvocationAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void invoked(@Advice.Thrown Throwable thrown) {
        // What is not accessible is tried once more.
        if (thrown instanceof InvocationTargetException) {
            LlmToolThread.current().failed();
        }
    }
}
