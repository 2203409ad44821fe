package io.autobot.agent.instrumentation.springaitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.DefaultToolCallingManager;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;
import org.springframework.ai.tool.function.FunctionToolCallback;

/** Tools of every kind, as a chat model has them executed. The argument takes how often each was, by its name. */
public final class ToolSession implements Function<Map<String, Long>, Object> {
    private final List<ToolCallback> callbacks = new ArrayList<>();
    private Map<String, Long> executed;

    /** What a function takes. */
    public record Input(String name) {}

    /** What a model may ask for. */
    public final class Tools {
        /** Works. */
        @Tool
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
            execute("weather", "broken_tool");
            return "asked";
        }
    }

    /** An application's own callback, which may lead to another. */
    private static final class Custom implements ToolCallback {
        private final ToolDefinition definition;
        private final Function<ToolDefinition, String> work;

        Custom(String name, Function<ToolDefinition, String> work) {
            definition = ToolDefinition.builder()
                    .name(name)
                    .description(name)
                    .inputSchema("{}")
                    .build();
            this.work = work;
        }

        @Override
        public ToolDefinition getToolDefinition() {
            return definition;
        }

        @Override
        public String call(String input) {
            return work.apply(definition);
        }

        @Override
        public String call(String input, ToolContext context) {
            return call(input);
        }
    }

    private String done(String what) {
        executed.merge(what, 1L, Long::sum);
        return "done";
    }

    private String fail(String what, Supplier<RuntimeException> failure) {
        done(what);
        throw failure.get();
    }

    private List<String> execute(String... tools) {
        return execute(DefaultToolCallingManager.builder().build(), tools);
    }

    private List<String> execute(DefaultToolCallingManager manager, String... tools) {
        Prompt prompt = new Prompt(
                "hello",
                ToolCallingChatOptions.builder().toolCallbacks(callbacks).build());
        List<Message> history = manager.executeToolCalls(
                        prompt, new ChatResponse(List.of(new Generation(new AskingMessage(tools)))))
                .conversationHistory();
        List<String> told = new ArrayList<>();
        ((ToolResponseMessage) history.get(history.size() - 1))
                .getResponses()
                .forEach(response -> told.add(response.responseData()));
        return told;
    }

    @Override
    public Object apply(Map<String, Long> counts) {
        executed = counts;
        callbacks.addAll(List.of(ToolCallbacks.from(new Tools())));
        ToolCallback weather = callbacks.stream()
                .filter(one -> one.getToolDefinition().name().equals("weather"))
                .findFirst()
                .orElseThrow();
        methods();
        functions();
        customs();
        // As a server of tools calls it.
        assertThat(weather.call("{}")).contains("done");
        callbacks.remove(weather);
        callbacks.add(new Custom("weather", definition -> weather.call("{}")));
        assertThat(execute("weather").toString()).contains("done");
        return null;
    }

    private void methods() {
        assertThat(execute("weather", "broken_tool", "weather").toString())
                .contains("done")
                .contains("broken");
        assertThat(execute("ask").toString()).contains("asked");
        assertThatThrownBy(() -> execute("imagined")).isInstanceOf(RuntimeException.class);
    }

    private void functions() {
        callbacks.add(FunctionToolCallback.builder("function", (Input input) -> done("function success"))
                .description("works")
                .inputType(Input.class)
                .build());
        callbacks.add(FunctionToolCallback.builder(
                        "function_broken",
                        (Input input) -> fail("function_broken error", () -> new IllegalArgumentException("broken")))
                .description("does not")
                .inputType(Input.class)
                .build());
        assertThat(execute("function").toString()).contains("done");
        try {
            // 1.0 lets it through, later releases tell the model.
            assertThat(execute("function_broken").toString()).contains("broken");
        } catch (IllegalArgumentException through) {
            assertThat(through).hasMessage("broken");
        }
    }

    private void customs() {
        callbacks.add(new Custom("custom", definition -> done("custom success")));
        callbacks.add(new Custom(
                "custom_broken",
                definition -> fail(
                        "custom_broken error",
                        () -> new ToolExecutionException(definition, new IllegalStateException("broken")))));
        callbacks.add(new Custom(
                "custom_elsewhere",
                definition -> fail(
                        "custom_elsewhere error",
                        () -> CompletableFuture.supplyAsync(() ->
                                        new ToolExecutionException(definition, new IllegalStateException("broken")))
                                .join())));
        assertThat(execute("custom", "custom_elsewhere").toString())
                .contains("done")
                .contains("broken");
        DefaultToolCallingManager telling = DefaultToolCallingManager.builder()
                .toolExecutionExceptionProcessor(failure -> "our own words")
                .build();
        assertThat(execute(telling, "custom_broken").toString()).contains("our own words");
    }
}
