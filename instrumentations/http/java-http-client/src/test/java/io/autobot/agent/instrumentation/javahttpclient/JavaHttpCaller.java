package io.autobot.agent.instrumentation.javahttpclient;

import io.autobot.agent.testkit.http.HttpCaller;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The JDK's client, waiting in its own call or by a future. */
class JavaHttpCaller implements HttpCaller {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final boolean asynchronous;

    JavaHttpCaller(boolean asynchronous) {
        this.asynchronous = asynchronous;
    }

    private static HttpRequest.Builder request(URI uri, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return body == null
                ? request.GET()
                : request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
    }

    <T> HttpResponse<T> reply(HttpRequest request, BodyHandler<T> handler) throws Exception {
        return asynchronous ? client.sendAsync(request, handler).get() : client.send(request, handler);
    }

    @Override
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        HttpRequest.Builder request = request(uri, body);
        if (patience != null) {
            request.timeout(patience);
        }
        HttpResponse<byte[]> reply = reply(request.build(), BodyHandlers.ofByteArray());
        return new Reply(reply.statusCode(), reply.body());
    }

    @Override
    public InputStream open(URI uri, byte[] body) throws Exception {
        return reply(request(uri, body).build(), BodyHandlers.ofInputStream()).body();
    }

    @Override
    public Runnable start(URI uri, byte[] body) {
        CompletableFuture<HttpResponse<String>> future =
                client.sendAsync(request(uri, body).build(), BodyHandlers.ofString());
        return () -> future.cancel(true);
    }

    @Override
    public boolean decodes(String encoding) {
        return false;
    }
}
