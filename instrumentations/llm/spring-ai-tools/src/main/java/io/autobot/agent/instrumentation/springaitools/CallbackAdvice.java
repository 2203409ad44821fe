package io.autobot.agent.instrumentation.springaitools;

import io.autobot.agent.llm.LlmToolThread;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.springframework.ai.tool.ToolCallback;

/** One of the library's own callbacks is called, by the manager, by a server of tools or by the application itself. */
public final class CallbackAdvice {
    private CallbackAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static int executed(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object callback) {
        return LlmToolThread.current()
                .executed(((ToolCallback) callback).getToolDefinition().name());
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ended(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object callback,
            @Advice.Enter int opened,
            @Advice.Thrown Throwable thrown) {
        ToolCalls.ended(opened, ((ToolCallback) callback).getToolDefinition(), thrown);
    }
}
