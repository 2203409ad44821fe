package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.testkit.http.HttpCaller;
import io.autobot.agent.testkit.http.PieceStream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls by futures. What Vert.x 5 has changed in name or return type is called by reflection. */
public class VertxHttpCaller implements HttpCaller {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final HttpClient decoding;

    public VertxHttpCaller() throws ReflectiveOperationException {
        this(new HttpClientOptions());
    }

    VertxHttpCaller(HttpClientOptions options) throws ReflectiveOperationException {
        client = client(options);
        decoding = client(decompressing(new HttpClientOptions(options)));
    }

    private HttpClient client(HttpClientOptions options) throws ReflectiveOperationException {
        return (HttpClient) Vertx.class
                .getMethod("createHttpClient", HttpClientOptions.class)
                .invoke(vertx, options);
    }

    private static HttpClientOptions decompressing(HttpClientOptions options) throws ReflectiveOperationException {
        String name = "setDecompressionSupported";
        try {
            HttpClientOptions.class.getMethod(name, boolean.class);
        } catch (NoSuchMethodException before5) {
            name = "setTryUseCompression";
        }
        HttpClientOptions.class.getMethod(name, boolean.class).invoke(options, true);
        return options;
    }

    private static void reset(HttpClientRequest request) {
        try {
            HttpClientRequest.class.getMethod("reset").invoke(request);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw (Exception) failed.getCause();
        }
    }

    private static RequestOptions options(URI uri, byte[] body) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new RequestOptions()
                .setMethod(body == null ? HttpMethod.GET : HttpMethod.POST)
                .setHost(uri.getHost())
                .setPort(uri.getPort())
                .setURI(uri.getRawPath() + query)
                .setFollowRedirects(true)
                .putHeader("Content-Type", "application/json");
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, byte[] body) {
        return body == null ? request.send() : request.send(Buffer.buffer(body));
    }

    private static Reply whole(HttpClient client, RequestOptions options, byte[] body) throws Exception {
        // Within the request's thread to the end: what is chained by another can be too late for the reply's bytes.
        return get(client.request(options)
                .compose(request -> send(request, body)
                        .compose(response ->
                                response.body().map(bytes -> new Reply(response.statusCode(), bytes.getBytes())))));
    }

    @Override
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        RequestOptions options = options(uri, body);
        return whole(client, patience == null ? options : options.setTimeout(patience.toMillis()), body);
    }

    @Override
    public Reply sendDecoding(URI uri, byte[] body) throws Exception {
        return whole(decoding, options(uri, body), body);
    }

    @Override
    public boolean decodes(String encoding) {
        return false;
    }

    @Override
    public boolean repeatsPosts() {
        return false;
    }

    @Override
    public InputStream open(URI uri, byte[] body) throws Exception {
        return get(client.request(options(uri, body))
                .compose(request -> send(request, body).map(VertxHttpCaller::pieces)));
    }

    /** Asks for one piece at a time. */
    private static InputStream pieces(HttpClientResponse response) {
        AtomicBoolean ended = new AtomicBoolean();
        PieceStream stream = new PieceStream(() -> response.fetch(1), () -> {
            // A reset after the end would close the connection under the next call.
            if (!ended.get()) {
                reset(response.request());
            }
        });
        response.pause();
        response.handler(piece -> stream.add(ByteBuffer.wrap(piece.getBytes())));
        response.endHandler(end -> {
            ended.set(true);
            stream.end();
        });
        if (response.request().version() == HttpVersion.HTTP_2) {
            // In HTTP/1.1 the oldest would not have it called by the thread that resets.
            response.exceptionHandler(broken -> stream.end());
        }
        response.fetch(1);
        return stream;
    }

    @Override
    public Runnable start(URI uri, byte[] body) throws Exception {
        HttpClientRequest request = get(client.request(options(uri, body)));
        send(request, body);
        return () -> reset(request);
    }

    @Override
    public void close() throws Exception {
        get(vertx.close());
    }
}
