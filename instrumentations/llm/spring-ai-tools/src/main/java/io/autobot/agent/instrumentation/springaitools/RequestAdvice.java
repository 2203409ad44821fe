package io.autobot.agent.instrumentation.springaitools;

import io.autobot.agent.llm.LlmToolThread;
import net.bytebuddy.asm.Advice;
import org.springframework.ai.tool.observation.ToolCallingObservationContext;

/** The manager executes what a model asked for, by whatever callback. */
public final class RequestAdvice {
    private RequestAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static int requested(@Advice.Argument(3) ToolCallingObservationContext context) {
        return LlmToolThread.current().requested(context.getToolDefinition().name());
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ended(
            @Advice.Argument(3) ToolCallingObservationContext context,
            @Advice.Enter int opened,
            @Advice.Thrown Throwable thrown) {
        ToolCalls.ended(opened, context.getToolDefinition(), thrown);
    }
}
