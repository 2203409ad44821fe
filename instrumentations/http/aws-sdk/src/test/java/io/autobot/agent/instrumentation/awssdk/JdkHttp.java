package io.autobot.agent.instrumentation.awssdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An application's own HTTP client for the SDK, on top of one that has an instrumentation of its own. */
final class JdkHttp implements SdkHttpClient {
    private final HttpClient client = HttpClient.newHttpClient();

    static HttpRequest request(SdkHttpRequest asked, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(asked.getUri()).method(asked.method().name(), body);
        asked.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("host")
                    && !name.equalsIgnoreCase("content-length")
                    && !name.equalsIgnoreCase("expect")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    static SdkHttpResponse head(HttpResponse<?> reply) {
        return SdkHttpResponse.builder()
                .statusCode(reply.statusCode())
                .headers(reply.headers().map())
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                HttpRequest request = request(
                        asked.httpRequest(),
                        asked.contentStreamProvider().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofInputStream(
                                        asked.contentStreamProvider().get()::newStream));
                HttpResponse<InputStream> reply;
                try {
                    reply = client.send(request, BodyHandlers.ofInputStream());
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return HttpExecuteResponse.builder()
                        .response(head(reply))
                        .responseBody(AbortableInputStream.create(reply.body()))
                        .build();
            }

            @Override
            public void abort() {
                // Nothing here gives up.
            }
        };
    }

    @Override
    public void close() {
        // The JDK's client closes itself.
    }
}
