package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.instrumentation.awssdk.AwsCaller.Options;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
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
    private static final Duration LONG = Duration.ofSeconds(30);

    private Clients() {}

    static <B extends AwsClientBuilder<B, ?>> B configured(B builder, Options options) {
        Duration patience = options.timeoutMillis() > 0 ? Duration.ofMillis(options.timeoutMillis()) : null;
        return configured(builder, URI.create(options.endpoint()), options.attempts(), patience);
    }

    /** @param patience with an attempt, {@code null} for the SDK's own */
    static <B extends AwsClientBuilder<B, ?>> B configured(
            B builder, URI endpoint, int attempts, Duration patience, ExecutionInterceptor... interceptors) {
        RetryPolicy retries = RetryPolicy.builder()
                .numRetries(attempts - 1)
                .backoffStrategy(BackoffStrategy.none())
                .throttlingBackoffStrategy(BackoffStrategy.none())
                .build();
        ClientOverrideConfiguration.Builder more =
                ClientOverrideConfiguration.builder().retryPolicy(retries);
        if (patience != null) {
            more.apiCallAttemptTimeout(patience);
        }
        for (ExecutionInterceptor interceptor : interceptors) {
            more.addExecutionInterceptor(interceptor);
        }
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(more.build());
    }

    /** @param patience with the reply's bytes; CRT's has none of its own */
    static SdkHttpClient http(String kind, Duration patience) {
        return switch (kind) {
            case "apache" ->
                ApacheHttpClient.builder().socketTimeout(orElse(patience)).build();
            case "apache5" ->
                Apache5HttpClient.builder().socketTimeout(orElse(patience)).build();
            case "url" ->
                UrlConnectionHttpClient.builder()
                        .socketTimeout(orElse(patience))
                        .build();
            case "crt" -> AwsCrtHttpClient.create();
            default -> new JdkHttp();
        };
    }

    /** As {@link #http}. */
    static SdkAsyncHttpClient asyncHttp(String kind, Duration patience) {
        return switch (kind) {
            case "netty" -> netty(Protocol.HTTP1_1, patience);
            case "netty-h2" -> netty(Protocol.HTTP2, patience);
            case "crt" -> AwsCrtAsyncHttpClient.create();
            default -> new AsyncJdkHttp();
        };
    }

    private static SdkAsyncHttpClient netty(Protocol protocol, Duration patience) {
        return NettyNioAsyncHttpClient.builder()
                .protocol(protocol)
                .readTimeout(orElse(patience))
                .build();
    }

    private static Duration orElse(Duration patience) {
        return patience == null ? LONG : patience;
    }
}
