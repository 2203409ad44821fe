package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.testkit.http.HttpCaller;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkResponse;

/** What the SDK does alike whatever its HTTP client: bodies through Bedrock's runtime, without one through S3. */
abstract class HttpAwsCaller implements HttpCaller {
    private final String kind;
    private final Duration patience;

    /**
     * @param kind of HTTP client, as {@link AwsCaller.Options#http}
     * @param patience with a reply's bytes, {@code null} for plenty of it
     */
    HttpAwsCaller(String kind, Duration patience) {
        this.kind = kind;
        this.patience = patience;
    }

    abstract Reply call(URI uri, byte[] body) throws Exception;

    /** Another caller of the same kind. */
    abstract HttpAwsCaller withPatience(Duration other);

    final <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
        Duration attempt = kind.equals("crt") ? patience : null;
        return Clients.configured(builder, URI.create("http://localhost"), 1, attempt, new Detour());
    }

    static int status(SdkResponse response) {
        return response.sdkHttpResponse().statusCode();
    }

    @Override
    public final Reply send(URI uri, byte[] body, Duration asked) throws Exception {
        if (asked == null) {
            return reply(uri, body);
        }
        try (HttpAwsCaller patient = withPatience(asked)) {
            return patient.reply(uri, body);
        }
    }

    private Reply reply(URI uri, byte[] body) throws Exception {
        try {
            return call(uri, body);
        } catch (AwsServiceException error) {
            // What the SDK makes of a reply that is none of success.
            SdkBytes said = error.awsErrorDetails().rawResponse();
            return new Reply(error.statusCode(), said == null ? null : said.asByteArray());
        }
    }

    /** It undoes gzip above its HTTP client. */
    @Override
    public boolean decodes(String encoding) {
        return encoding.equals("gzip");
    }

    @Override
    public String refusal() {
        return kind.equals("crt") ? "socket connection refused" : HttpCaller.super.refusal();
    }

    @Override
    public boolean followsRedirects() {
        return false;
    }
}
