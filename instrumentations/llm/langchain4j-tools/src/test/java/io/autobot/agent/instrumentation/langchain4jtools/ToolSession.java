package io.autobot.agent.instrumentation.langchain4jtools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import dev.langchain4j.service.tool.ToolExecutor;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Tools in every way a service or an application executes them. The argument takes how often each was, by its name. */
public final class ToolSession implements Function<Map<String, Long>, Object> {
    private static final boolean SERVICE_EXECUTES = Arrays.stream(AiServices.class.getMethods())
            .anyMatch(has -> has.getName().equals("executeToolsConcurrently"));

    private Map<String, Long> executed;

    /** What a user talks to. */
    public interface Assistant {
        /** A message and the answer. */
        String chat(String message);
    }

    /** The same, in pieces. */
    public interface StreamingAssistant {
        /** A message and the answer. */
        TokenStream chat(String message);
    }

    /** What a model may ask for. */
    public final class Tools {
        /** Works. */
        @Tool("the weather")
        public String weather() {
            return done("weather success");
        }

        /** Does not. */
        @Tool(name = "broken_tool")
        public String broken() {
            done("broken_tool error");
            throw new IllegalStateException("broken");
        }

        /** Asks a model that asks for tools. */
        @Tool
        public String ask() {
            done("ask success");
            return service().chat("weather broken_tool");
        }
    }

    private String done(String what) {
        synchronized (executed) {
            executed.merge(what, 1L, Long::sum);
        }
        return "done";
    }

    private AiServices<Assistant> builder() {
        return AiServices.builder(Assistant.class).chatModel(new AskingModel.Blocking());
    }

    private Assistant service() {
        return builder().tools(new Tools()).build();
    }

    @Override
    public Object apply(Map<String, Long> counts) {
        executed = counts;
        try {
            assertThat(service().chat("weather broken_tool weather")).isEqualTo("told");
            assertThat(service().chat("ask")).isEqualTo("told");
            assertThatThrownBy(() -> service().chat("imagined")).isInstanceOf(RuntimeException.class);
            streaming();
            byHand();
            if (SERVICE_EXECUTES) {
                assertThat(builder()
                                .tools(new Tools())
                                .executeToolsConcurrently()
                                .build()
                                .chat("weather broken_tool"))
                        .isEqualTo("told");
                executors();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private void streaming() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        AiServices.builder(StreamingAssistant.class)
                .streamingChatModel(new AskingModel.Streaming())
                .tools(new Tools())
                .build()
                .chat("weather broken_tool")
                .onPartialResponse(piece -> {})
                .onCompleteResponse(
                        response -> answer.complete(response.aiMessage().text()))
                .onError(answer::completeExceptionally)
                .start();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("told");
    }

    private void byHand() throws NoSuchMethodException {
        Tools tools = new Tools();
        DefaultToolExecutor executor = new DefaultToolExecutor(tools, AskingModel.request("weather"));
        assertThat(executor.execute(AskingModel.request("weather"), "memory")).isEqualTo("done");
        DefaultToolExecutor broken = new DefaultToolExecutor(tools, Tools.class.getMethod("broken"));
        assertThat(broken.execute(AskingModel.request("broken_tool"), "memory")).isEqualTo("broken");
    }

    private void executors() {
        Map<ToolSpecification, ToolExecutor> tools = new HashMap<>();
        tools.put(named("custom"), (request, memory) -> done("custom success"));
        tools.put(named("custom_broken"), (request, memory) -> {
            done("custom_broken error");
            throw new IllegalStateException(new IOException("broken"));
        });
        Assistant service = builder().tools(tools).build();
        assertThat(service.chat("custom custom_broken")).isEqualTo("told");
    }

    private static ToolSpecification named(String tool) {
        return ToolSpecification.builder().name(tool).description(tool).build();
    }
}
