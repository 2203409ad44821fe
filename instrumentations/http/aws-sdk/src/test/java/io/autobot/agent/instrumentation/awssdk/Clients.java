package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.instrumentation.awssdk.AwsCaller.Options;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Clients as an application would make them, but for the endpoint. */
final class Clients {
    private Clients() {}

    static <B extends AwsClientBuilder<B, ?>> B configured(B builder, Options options) {
        RetryPolicy retries = RetryPolicy.builder()
                .numRetries(options.attempts() - 1)
                .backoffStrategy(BackoffStrategy.none())
                .throttlingBackoffStrategy(BackoffStrategy.none())
                .build();
        ClientOverrideConfiguration.Builder more =
                ClientOverrideConfiguration.builder().retryPolicy(retries);
        if (options.timeoutMillis() > 0) {
            more.apiCallAttemptTimeout(Duration.ofMillis(options.timeoutMillis()));
        }
        return builder.endpointOverride(URI.create(options.endpoint()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(more.build());
    }

    static SdkHttpClient http(Options options) {
        return switch (options.http()) {
            case "apache" -> ApacheHttpClient.create();
            case "apache5" -> Apache5HttpClient.create();
            case "url" -> UrlConnectionHttpClient.create();
            case "crt" -> AwsCrtHttpClient.create();
            default -> new JdkHttp();
        };
    }

    static SdkAsyncHttpClient asyncHttp(Options options) {
        return switch (options.http()) {
            case "netty" -> netty(Protocol.HTTP1_1);
            case "netty-h2" -> netty(Protocol.HTTP2);
            case "crt" -> AwsCrtAsyncHttpClient.create();
            default -> new AsyncJdkHttp();
        };
    }

    private static SdkAsyncHttpClient netty(Protocol protocol) {
        return NettyNioAsyncHttpClient.builder().protocol(protocol).build();
    }
}
