package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.testkit.http.HttpCaller;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpMethod;

/** Blocking calls, a stream of bytes, and a future that is given up. */
public final class JettyClientCaller implements HttpCaller {
    private final HttpClient client = new HttpClient();
    private final HttpClient decoding = new HttpClient();

    public JettyClientCaller() throws Exception {
        client.start();
        client.getContentDecoderFactories().clear();
        decoding.start();
    }

    private static Request request(HttpClient client, URI uri, byte[] body) {
        Request request = client.newRequest(uri);
        return body == null
                ? request.method(HttpMethod.GET)
                : request.method(HttpMethod.POST).body(new BytesRequestContent("application/json", body));
    }

    private static Reply whole(Request request) throws Exception {
        try {
            ContentResponse response = request.send();
            return new Reply(response.getStatus(), response.getContent());
        } catch (ExecutionException failed) {
            throw (Exception) failed.getCause();
        }
    }

    @Override
    public Reply call(URI uri, byte[] body) throws Exception {
        return whole(request(client, uri, body));
    }

    @Override
    public Reply callDecoding(URI uri, byte[] body) throws Exception {
        return whole(request(decoding, uri, body));
    }

    @Override
    public Reply callWithin(long millis, URI uri, byte[] body) throws Exception {
        return whole(request(client, uri, body).timeout(millis, TimeUnit.MILLISECONDS));
    }

    @Override
    public Pieces stream(URI uri, byte[] body) throws Exception {
        InputStreamResponseListener listener = new InputStreamResponseListener();
        request(client, uri, body).send(listener);
        listener.get(30, TimeUnit.SECONDS);
        InputStream stream = listener.getInputStream();
        return new Pieces() {
            @Override
            public byte[] next() throws Exception {
                byte[] piece = new byte[64];
                int count = stream.read(piece);
                return Arrays.copyOf(piece, Math.max(0, count));
            }

            @Override
            public void giveUp() throws Exception {
                stream.close();
            }
        };
    }

    @Override
    public AutoCloseable begin(URI uri, byte[] body) {
        Request request = request(client, uri, body);
        request.send(result -> {});
        return () -> request.abort(new IllegalStateException("not wanted any more"));
    }

    @Override
    public void close() throws Exception {
        client.stop();
        decoding.stop();
    }
}
