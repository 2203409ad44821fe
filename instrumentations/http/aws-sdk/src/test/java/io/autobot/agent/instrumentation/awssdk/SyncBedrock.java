package io.autobot.agent.instrumentation.awssdk;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;

/** The synchronous client of Bedrock's runtime. */
public final class SyncBedrock implements AwsCaller {
    private final SdkHttpClient http;
    private final BedrockRuntimeClient client;

    public SyncBedrock(Options options) {
        http = Clients.http(options.http(), null);
        client = Clients.configured(BedrockRuntimeClient.builder(), options)
                .httpClient(http)
                .build();
    }

    @Override
    public byte[] invoke(String model, byte[] body) {
        return client.invokeModel(call ->
                        call.modelId(model).contentType("application/json").body(SdkBytes.fromByteArray(body)))
                .body()
                .asByteArray();
    }

    @Override
    public String converse(String model, String text) {
        return client.converse(call -> call.modelId(model)
                        .messages(message -> message.role(ConversationRole.USER).content(part -> part.text(text))))
                .output()
                .message()
                .content()
                .get(0)
                .text();
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
