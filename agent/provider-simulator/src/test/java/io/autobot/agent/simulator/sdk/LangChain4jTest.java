package io.autobot.agent.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.autobot.agent.simulator.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "autobot.test.matrix", matches = "all")
class LangChain4jTest extends SdkTest {
    private OpenAiChatModel model;

    @Override
    void connect() {
        model = OpenAiChatModel.builder()
                .baseUrl(simulator.url(Endpoint.GROQ) + "/openai/v1")
                .apiKey("key")
                .modelName("llama-3.3-70b")
                .build();
    }

    @Test
    void chat() {
        var reply = model.chat(UserMessage.from("hello"));
        assertThat((long) reply.tokenUsage().inputTokenCount()).isEqualTo(usage().input());
        assertThat(line().provider()).isEqualTo("groq");
    }
}
