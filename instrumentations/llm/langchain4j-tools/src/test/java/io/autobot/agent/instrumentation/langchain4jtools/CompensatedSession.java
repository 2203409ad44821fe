package io.autobot.agent.instrumentation.langchain4jtools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.CompensateFor;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.service.AiServices;
import java.util.Map;
import java.util.function.Function;

/** A tool is undone because the next one failed. The argument takes how often that was. */
public final class CompensatedSession implements Function<Map<String, Long>, Object> {
    /** What a model may ask for. */
    public static final class Tools {
        private final Map<String, Long> counts;

        Tools(Map<String, Long> counts) {
            this.counts = counts;
        }

        /** Works. */
        @Tool
        public String book() {
            return "booked";
        }

        /** Undoes it. */
        @CompensateFor("book")
        public String cancel() {
            counts.merge("cancelled", 1L, Long::sum);
            return "cancelled";
        }

        /** Does not work. */
        @Tool
        public String pay() {
            throw new IllegalStateException("no money");
        }
    }

    @Override
    public Object apply(Map<String, Long> counts) {
        ToolSession.Assistant service = AiServices.builder(ToolSession.Assistant.class)
                .chatModel(new AskingModel.Blocking())
                .tools(new Tools(counts))
                .compensateOnToolErrors(true)
                .build();
        assertThat(service.chat("book pay")).isEqualTo("told");
        return null;
    }
}
