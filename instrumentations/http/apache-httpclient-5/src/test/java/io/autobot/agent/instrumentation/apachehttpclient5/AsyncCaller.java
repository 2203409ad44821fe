package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.testkit.http.HttpCaller;
import io.autobot.agent.testkit.http.PieceStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The asynchronous client. */
public class AsyncCaller implements HttpCaller {
    private final CloseableHttpAsyncClient client;

    public AsyncCaller() {
        this(builder().build());
    }

    AsyncCaller(CloseableHttpAsyncClient client) {
        this.client = client;
        client.start();
    }

    static HttpAsyncClientBuilder builder() {
        return ApacheHttpClient5Releases.losesPosts()
                ? HttpAsyncClients.custom().disableAutomaticRetries()
                : HttpAsyncClients.custom().setRetryStrategy(retries());
    }

    static DefaultHttpRequestRetryStrategy retries() {
        return new DefaultHttpRequestRetryStrategy(1, TimeValue.ofMilliseconds(1));
    }

    private static SimpleHttpRequest request(URI uri, byte[] body) {
        SimpleHttpRequest request = new SimpleHttpRequest(body == null ? "GET" : "POST", uri);
        if (body != null) {
            request.setBody(body, ContentType.APPLICATION_JSON);
        }
        return request;
    }

    @Override
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        SimpleHttpRequest request = request(uri, body);
        if (patience != null) {
            request.setConfig(RequestConfig.custom()
                    .setResponseTimeout(Timeout.of(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .build());
        }
        SimpleHttpResponse response = client.execute(
                        SimpleRequestProducer.create(request), SimpleResponseConsumer.create(), null)
                .get();
        return new Reply(response.getCode(), response.getBodyBytes());
    }

    @Override
    public InputStream open(URI uri, byte[] body) throws Exception {
        Pieces pieces = new Pieces();
        pieces.future = client.execute(SimpleRequestProducer.create(request(uri, body)), pieces, pieces);
        return pieces.stream;
    }

    /** Cancelled on a kept connection, the request stays open (5.0, 5.1.4 and 5.6.5, no agent). */
    @Override
    public Runnable start(URI uri, byte[] body) {
        Future<?> future =
                client.execute(SimpleRequestProducer.create(request(uri, body)), SimpleResponseConsumer.create(), null);
        return () -> future.cancel(true);
    }

    @Override
    public boolean decodes(String encoding) {
        return !encoding.equals("br") && ApacheHttpClient5Releases.decodesAll();
    }

    @Override
    public boolean refuses(String encoding) {
        return encoding.equals("br") && ApacheHttpClient5Releases.decodesAll();
    }

    @Override
    public boolean repeatsPosts() {
        return !ApacheHttpClient5Releases.losesPosts();
    }

    @Override
    public void close() {
        // Else it waits for what is still open.
        client.close(CloseMode.IMMEDIATE);
    }

    /** Hands a reply's pieces to another thread. Some releases tell a failure to the callback alone (5.4, 5.5). */
    private static final class Pieces extends AbstractBinResponseConsumer<Void> implements FutureCallback<Void> {
        private volatile Future<?> future;
        private final PieceStream stream = new PieceStream(() -> future.cancel(true));

        @Override
        protected void start(HttpResponse response, ContentType type) {}

        @Override
        protected int capacityIncrement() {
            return Integer.MAX_VALUE;
        }

        @Override
        protected void data(ByteBuffer source, boolean end) {
            stream.add(source);
            if (end) {
                stream.end();
            }
        }

        @Override
        protected Void buildResult() {
            return null;
        }

        @Override
        public void failed(Exception cause) {
            stream.end();
        }

        @Override
        public void completed(Void nothing) {}

        @Override
        public void cancelled() {}

        @Override
        public void releaseResources() {}
    }
}
