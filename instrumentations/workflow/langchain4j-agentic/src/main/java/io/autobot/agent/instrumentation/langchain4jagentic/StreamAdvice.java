package io.autobot.agent.instrumentation.langchain4jagentic;

import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;

/** The agent's answer comes in pieces, and its call returns at once. */
public final class StreamAdvice {
    private StreamAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void streams(@Advice.FieldValue("futureResponse") CompletableFuture<?> whole) {
        AgentStep step = AgentStep.current();
        if (step != null) {
            step.endsElsewhere();
            whole.whenComplete(new StreamEnd(step));
        }
    }
}
