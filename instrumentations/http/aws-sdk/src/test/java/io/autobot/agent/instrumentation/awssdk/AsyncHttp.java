package io.autobot.agent.instrumentation.awssdk;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Asynchronous clients. */
public final class AsyncHttp extends HttpAwsCaller {
    private final String kind;
    private final SdkAsyncHttpClient http;
    private final BedrockRuntimeAsyncClient bedrock;
    private final S3AsyncClient s3;

    public AsyncHttp(String kind) {
        this(kind, null);
    }

    private AsyncHttp(String kind, Duration patience) {
        super(kind, patience);
        this.kind = kind;
        http = Clients.asyncHttp(kind, patience);
        bedrock =
                configured(BedrockRuntimeAsyncClient.builder()).httpClient(http).build();
        s3 = configured(S3AsyncClient.builder()).httpClient(http).build();
    }

    @Override
    HttpAwsCaller withPatience(Duration other) {
        return new AsyncHttp(kind, other);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw (Exception) failed.getCause();
        }
    }

    private CompletableFuture<InvokeModelResponse> invoke(URI uri, byte[] body) {
        return bedrock.invokeModel(call -> call.modelId("model")
                .contentType("application/json")
                .body(SdkBytes.fromByteArray(body))
                .overrideConfiguration(more -> Detour.to(uri, more)));
    }

    @Override
    Reply call(URI uri, byte[] body) throws Exception {
        if (body == null) {
            ResponseBytes<GetObjectResponse> got =
                    get(s3.getObject(SyncHttp.object(uri), AsyncResponseTransformer.toBytes()));
            return new Reply(status(got.response()), got.asByteArray());
        }
        InvokeModelResponse reply = get(invoke(uri, body));
        return new Reply(status(reply), reply.body().asByteArray());
    }

    @Override
    public InputStream open(URI uri, byte[] body) throws Exception {
        return get(s3.getObject(SyncHttp.object(uri), AsyncResponseTransformer.toBlockingInputStream()));
    }

    @Override
    public Runnable start(URI uri, byte[] body) {
        CompletableFuture<?> call = invoke(uri, body);
        return () -> call.cancel(true);
    }

    @Override
    public void close() {
        bedrock.close();
        s3.close();
        http.close();
    }
}
