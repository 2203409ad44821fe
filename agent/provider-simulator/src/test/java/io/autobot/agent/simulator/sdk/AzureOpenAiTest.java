package io.autobot.agent.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import io.autobot.agent.simulator.Endpoint;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import reactor.netty.http.client.HttpClient;

@EnabledIfSystemProperty(named = "autobot.test.matrix", matches = "all")
class AzureOpenAiTest extends SdkTest {
    private OpenAIClient client;

    /** This client sends its key over TLS only. */
    @Override
    void connect() {
        SslContextBuilder trusting = SslContextBuilder.forClient()
                .trustManager(simulator.trust().pemFile().toFile());
        HttpClient http = HttpClient.create().secure(spec -> spec.sslContext(trusting));
        client = new OpenAIClientBuilder()
                .endpoint(simulator.tlsUrl(Endpoint.AZURE_OPENAI))
                .httpClient(new NettyAsyncHttpClientBuilder(http).build())
                .credential(new AzureKeyCredential("key"))
                .buildClient();
    }

    @Test
    void chat() {
        ChatCompletionsOptions options = new ChatCompletionsOptions(List.of(new ChatRequestUserMessage("hello")));
        ChatCompletions reply = client.getChatCompletions("my-deployment", options);
        assertThat((long) reply.getUsage().getPromptTokens()).isEqualTo(usage().input());
        assertThat(line().requestModel()).isEqualTo("my-deployment");
        assertThat(reply.getModel()).isEqualTo(line().model()).isNotEqualTo("my-deployment");

        assertThat(client.getChatCompletionsStream("my-deployment", options).stream()
                        .count())
                .isGreaterThan(5);
        assertThat(usage()).isNull();
    }
}
