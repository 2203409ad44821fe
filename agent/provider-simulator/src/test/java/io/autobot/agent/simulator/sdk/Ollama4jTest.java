package io.autobot.agent.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.github.ollama4j.Ollama;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatResult;
import io.github.ollama4j.models.chat.OllamaChatStreamObserver;
import io.github.ollama4j.models.embed.OllamaEmbedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class Ollama4jTest extends SdkTest {
    private Ollama client;

    @Override
    void connect() {
        client = new Ollama(simulator.url(Endpoint.OLLAMA));
    }

    private static OllamaChatRequest chat() {
        return OllamaChatRequest.builder()
                .withModel("llama3")
                .withMessage(OllamaChatMessageRole.USER, "hello")
                .build();
    }

    @Test
    void chatPlainAndStreamed() throws Exception {
        OllamaChatResult plain = client.chat(chat(), null);
        assertThat((long) plain.getResponseModel().getPromptEvalCount()).isEqualTo(usage().input());

        simulator.next(Behaviour.OK.randomSplit(5));
        StringBuilder text = new StringBuilder();
        OllamaChatResult streamed =
                client.chat(chat().withStreaming(), new OllamaChatStreamObserver(text::append, text::append));
        assertThat((long) streamed.getResponseModel().getEvalCount()).isEqualTo(usage().output());
        assertThat(text).contains("na\u00efve \u2615");
        assertThat(line().streamed()).isTrue();
    }

    @Test
    void embed() throws Exception {
        assertThat(client.embed(new OllamaEmbedRequest("nomic", List.of("a", "b")))
                        .getEmbeddings())
                .hasSize(2);
        assertThat(line().requestType()).isEqualTo("embedding");
        assertThat(client.listModels()).hasSize(1);
    }
}
