package io.autobot.agent.instrumentation.awssdk;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** S3, whose objects the application reads as streams. */
public final class SyncS3 implements AwsCaller {
    private final SdkHttpClient http;
    private final S3Client client;

    public SyncS3(Options options) {
        http = Clients.http(options.http(), null);
        client = Clients.configured(S3Client.builder(), options)
                .forcePathStyle(true)
                .httpClient(http)
                .build();
    }

    @Override
    public byte[] invoke(String key, byte[] body) {
        return client.getObjectAsBytes(call -> call.bucket("bucket").key(key)).asByteArray();
    }

    @Override
    public String converse(String key, String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void head(String key) {
        client.headObject(call -> call.bucket("bucket").key(key));
    }

    @Override
    public void delete(String key) {
        client.deleteObject(call -> call.bucket("bucket").key(key));
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
