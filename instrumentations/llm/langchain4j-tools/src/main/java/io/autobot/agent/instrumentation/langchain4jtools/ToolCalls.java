package io.autobot.agent.instrumentation.langchain4jtools;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.autobot.agent.llm.LlmDomain;
import io.autobot.agent.llm.LlmToolThread;
import io.autobot.agent.llm.LlmTools;

/** Tells the recorders of executions. */
final class ToolCalls {
    private static final LlmTools TOOLS = LlmDomain.get().tools();

    private ToolCalls() {}

    /** Ends what was opened for this request, if anything was, and notes a failure in any case. */
    static void ended(int opened, ToolExecutionRequest request, boolean failed) {
        LlmToolThread thread = LlmToolThread.current();
        if (failed) {
            thread.failed(request.name());
        }
        if (opened != LlmToolThread.NOT_OPENED) {
            thread.close(opened, TOOLS.tool(ModelProviders.of(request), request.name()));
        }
    }
}
