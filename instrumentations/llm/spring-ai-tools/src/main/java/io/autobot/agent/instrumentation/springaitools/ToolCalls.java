package io.autobot.agent.instrumentation.springaitools;

import io.autobot.agent.llm.LlmDomain;
import io.autobot.agent.llm.LlmToolThread;
import io.autobot.agent.llm.LlmTools;
import org.springframework.ai.tool.definition.ToolDefinition;

/** Tells the recorders of executions. Spring AI does not say of which provider its models are. */
final class ToolCalls {
    private static final LlmTools TOOLS = LlmDomain.get().tools();

    private ToolCalls() {}

    /** Ends what was opened for this tool, if anything was, and notes a failure in any case. */
    static void ended(int opened, ToolDefinition tool, Throwable thrown) {
        LlmToolThread thread = LlmToolThread.current();
        if (thrown != null) {
            thread.failed(tool.name());
        }
        if (opened != LlmToolThread.NOT_OPENED) {
            thread.close(opened, TOOLS.tool(LlmTools.UNKNOWN, tool.name()));
        }
    }
}
