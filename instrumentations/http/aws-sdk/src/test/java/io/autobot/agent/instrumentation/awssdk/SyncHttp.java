package io.autobot.agent.instrumentation.awssdk;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Synchronous clients. */
public final class SyncHttp extends HttpAwsCaller {
    private final String kind;
    private final SdkHttpClient http;
    private final BedrockRuntimeClient bedrock;
    private final S3Client s3;

    public SyncHttp(String kind) {
        this(kind, null);
    }

    private SyncHttp(String kind, Duration patience) {
        super(kind, patience);
        this.kind = kind;
        http = Clients.http(kind, patience);
        bedrock = configured(BedrockRuntimeClient.builder()).httpClient(http).build();
        s3 = configured(S3Client.builder()).httpClient(http).build();
    }

    @Override
    HttpAwsCaller withPatience(Duration other) {
        return new SyncHttp(kind, other);
    }

    static GetObjectRequest object(URI uri) {
        return GetObjectRequest.builder()
                .bucket("bucket")
                .key("key")
                .overrideConfiguration(call -> Detour.to(uri, call))
                .build();
    }

    @Override
    Reply call(URI uri, byte[] body) {
        if (body == null) {
            ResponseBytes<GetObjectResponse> got = s3.getObject(object(uri), ResponseTransformer.toBytes());
            return new Reply(status(got.response()), got.asByteArray());
        }
        InvokeModelResponse reply = bedrock.invokeModel(call -> call.modelId("model")
                .contentType("application/json")
                .body(SdkBytes.fromByteArray(body))
                .overrideConfiguration(more -> Detour.to(uri, more)));
        return new Reply(status(reply), reply.body().asByteArray());
    }

    @Override
    public InputStream open(URI uri, byte[] body) {
        return aborting(s3.getObject(object(uri)));
    }

    /** Closing reads on, in some of the HTTP clients to the very end. */
    private static InputStream aborting(ResponseInputStream<?> stream) {
        return new FilterInputStream(stream) {
            @Override
            public void close() {
                stream.abort();
            }
        };
    }

    /** There is no way but to interrupt the thread, and no telling why that was done. */
    @Override
    public Runnable start(URI uri, byte[] body) {
        return null;
    }

    @Override
    public void close() {
        bedrock.close();
        s3.close();
        http.close();
    }
}
