package io.autobot.agent.instrumentation.langchain4jtools;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.lambdaIn;
import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.MethodMatch;
import io.autobot.agent.status.Group;

/**
 * The tools that LangChain4j executes for a model: from 1.4 on by whatever executor in
 * {@code ToolService.executeWithErrorHandling}, which AI services call on every way, streaming and concurrent ones
 * included; before it, and where the application executes them itself, by {@code DefaultToolExecutor}, which invokes
 * annotated methods.
 */
public final class Langchain4jToolsInstrumentation implements Instrumentation {
    private static final String TOOL = "dev.langchain4j.service.tool.";
    private static final String CONTEXT = "dev.langchain4j.invocation.InvocationContext";
    private static final String REQUEST = "dev.langchain4j.agent.tool.ToolExecutionRequest";
    private static final String CHAT = "dev.langchain4j.model.chat.";

    @Override
    public void describe(Description langchain4jTools) {
        langchain4jTools
                .name("langchain4j-tools")
                .feeds(Group.LLM)
                .library("dev.langchain4j:langchain4j", "1.0", "1.19");
        langchain4jTools
                .type(TOOL + "DefaultToolExecutor")
                .on(method("execute").takes(REQUEST, "java.lang.Object"), ExecutorAdvice.class)
                .onIfPresent(method("executeWithContext").takes(REQUEST, CONTEXT), ExecutorAdvice.class)
                .on(method("execute").takes("java.lang.Object[]"), InvocationAdvice.class);
        langchain4jTools
                .type(TOOL + "ToolService")
                .onIfPresent(withErrorHandling(CONTEXT), ServiceAdvice.class)
                .onIfPresent(withErrorHandling("java.lang.Object"), PlainServiceAdvice.class)
                .onIfPresent(
                        lambdaIn("findCompensatingActions").takes(TOOL + "DefaultToolExecutor", TOOL + "ToolExecution"),
                        CompensationAdvice.class);
        langchain4jTools.type(TOOL + "ToolErrorContext").on(constructor(), ErrorAdvice.class);
        langchain4jTools
                .type(CHAT + "ChatModelListenerUtils")
                .ofAnotherLibrary()
                .onIfPresent(
                        method("onResponse")
                                .takes(
                                        CHAT + "response.ChatResponse",
                                        CHAT + "request.ChatRequest",
                                        "dev.langchain4j.model.ModelProvider",
                                        "java.util.Map",
                                        "java.util.List"),
                        AnswerAdvice.class);
    }

    private static MethodMatch withErrorHandling(String third) {
        return method("executeWithErrorHandling")
                .takes(
                        REQUEST,
                        TOOL + "ToolExecutor",
                        third,
                        TOOL + "ToolArgumentsErrorHandler",
                        TOOL + "ToolExecutionErrorHandler");
    }
}
