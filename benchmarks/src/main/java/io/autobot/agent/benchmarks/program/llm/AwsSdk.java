package io.autobot.agent.benchmarks.program.llm;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;

/** Bedrock's asynchronous client on Netty. Pieces are what the SDK has made of the frames. */
final class AwsSdk implements LlmClient {
    private static final String MODEL = "anthropic.claude-3-5-sonnet-20240620-v1:0";

    private BedrockRuntimeAsyncClient client;
    private URI endpoint;

    /** Paths are the SDK's own, so what is to be done becomes part of the endpoint, and a new one a new client. */
    private BedrockRuntimeAsyncClient client(URI uri) {
        if (!uri.equals(endpoint)) {
            endpoint = uri;
            client = BedrockRuntimeAsyncClient.builder()
                    .endpointOverride(uri)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                    .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
                    .build();
        }
        return client;
    }

    @Override
    public void post(URI uri, byte[] body, ReplyPieces reply) throws Exception {
        SdkBytes request = SdkBytes.fromByteArrayUnsafe(body);
        if (LlmServer.isPlain(uri.getPath())) {
            reply.piece(client(uri)
                    .invokeModel(call ->
                            call.modelId(MODEL).contentType("application/json").body(request))
                    .get()
                    .body()
                    .asByteBuffer());
            return;
        }
        CompletableFuture<Void> done = client(uri)
                .invokeModelWithResponseStream(
                        call -> call.modelId(MODEL)
                                .contentType("application/json")
                                .body(request),
                        InvokeModelWithResponseStreamResponseHandler.builder()
                                .subscriber(event -> reply.piece(
                                        ((PayloadPart) event).bytes().asByteBuffer()))
                                .build());
        done.get();
    }
}
