package io.autobot.agent.instrumentation.springaitools;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.lambdaIn;
import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * The tools that Spring AI executes for a model: by whatever callback in {@code DefaultToolCallingManager}, and by the
 * library's own callbacks for methods and functions, whoever calls them. A failure is seen by what a callback throws,
 * by the making of a {@code ToolExecutionException} on the same thread, or when the manager asks the default processor
 * what to answer.
 */
public final class SpringAiToolsInstrumentation implements Instrumentation {
    private static final String AI = "org.springframework.ai.";
    private static final String CONTEXT = AI + "chat.model.ToolContext";
    private static final String STRING = "java.lang.String";

    @Override
    public void describe(Description springAiTools) {
        springAiTools
                .name("spring-ai-tools")
                .feeds(Group.LLM)
                .library("org.springframework.ai:spring-ai-model", "1.0", "2.0");
        springAiTools
                .type(AI + "model.tool.DefaultToolCallingManager")
                .on(
                        lambdaIn("executeToolCall")
                                .takes(
                                        AI + "tool.ToolCallback",
                                        STRING,
                                        CONTEXT,
                                        AI + "tool.observation.ToolCallingObservationContext"),
                        RequestAdvice.class);
        springAiTools
                .type(AI + "tool.method.MethodToolCallback")
                .on(method("call").takes(STRING, CONTEXT), CallbackAdvice.class);
        springAiTools
                .type(AI + "tool.function.FunctionToolCallback")
                .on(method("call").takes(STRING, CONTEXT), CallbackAdvice.class);
        springAiTools.type(AI + "tool.execution.ToolExecutionException").on(constructor(), ErrorAdvice.class);
        springAiTools
                .type(AI + "tool.execution.DefaultToolExecutionExceptionProcessor")
                .on(method("process").takes(AI + "tool.execution.ToolExecutionException"), AnswerErrorAdvice.class);
    }
}
