package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.testkit.http.HttpCaller;
import io.autobot.agent.testkit.http.PieceStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.impl.client.LaxRedirectStrategy;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.apache.http.nio.IOControl;
import org.apache.http.nio.client.methods.AsyncByteConsumer;
import org.apache.http.nio.client.methods.HttpAsyncMethods;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;

/** The asynchronous client. */
public final class AsyncCaller implements HttpCaller {
    private final CloseableHttpAsyncClient client = HttpAsyncClients.custom()
            .setRedirectStrategy(new LaxRedirectStrategy())
            .build();

    public AsyncCaller() {
        client.start();
    }

    @Override
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        HttpResponse response =
                client.execute(ClassicCaller.request(uri, body, patience), null).get();
        return new Reply(
                response.getStatusLine().getStatusCode(),
                response.getEntity() == null ? null : EntityUtils.toByteArray(response.getEntity()));
    }

    @Override
    public InputStream open(URI uri, byte[] body) {
        HttpRequestBase request = ClassicCaller.request(uri, body);
        Pieces pieces = new Pieces(request);
        client.execute(HttpAsyncMethods.create(request), pieces, null);
        return pieces.stream;
    }

    @Override
    public Runnable start(URI uri, byte[] body) {
        HttpRequestBase request = ClassicCaller.request(uri, body);
        client.execute(request, null);
        return request::abort;
    }

    @Override
    public boolean decodes(String encoding) {
        return false;
    }

    @Override
    public boolean repeatsPosts() {
        return !ApacheHttpClient4Releases.losesPosts();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /** Hands a reply's pieces to another thread. */
    private static final class Pieces extends AsyncByteConsumer<Void> {
        private final PieceStream stream;

        /** In older releases, cancelling the future lets the exchange go on. */
        Pieces(HttpRequestBase request) {
            stream = new PieceStream(request::abort);
        }

        @Override
        protected void onResponseReceived(HttpResponse response) {}

        @Override
        protected void onByteReceived(ByteBuffer bytes, IOControl control) {
            stream.add(bytes);
        }

        @Override
        protected Void buildResult(HttpContext context) {
            stream.end();
            return null;
        }
    }
}
