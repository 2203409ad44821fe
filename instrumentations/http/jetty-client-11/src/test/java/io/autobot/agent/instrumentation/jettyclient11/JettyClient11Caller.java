package io.autobot.agent.instrumentation.jettyclient11;

import io.autobot.agent.testkit.http.HttpCaller;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.api.ContentResponse;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.util.BytesContentProvider;
import org.eclipse.jetty.client.util.InputStreamResponseListener;
import org.eclipse.jetty.http.HttpMethod;

/** Blocking calls, a stream of bytes, and a request that is given up. */
public class JettyClient11Caller implements HttpCaller {
    private static final String JSON = "application/json";

    private final HttpClient client;
    private final HttpClient decoding;

    public JettyClient11Caller() throws Exception {
        this(HttpClient::new);
    }

    JettyClient11Caller(Callable<HttpClient> clients) throws Exception {
        client = clients.call();
        decoding = clients.call();
        client.start();
        client.getContentDecoderFactories().clear();
        decoding.start();
    }

    private static Request request(HttpClient client, URI uri, byte[] body) {
        Request request = client.newRequest(uri);
        return body == null
                ? request.method(HttpMethod.GET)
                : request.method(HttpMethod.POST).content(new BytesContentProvider(JSON, body), JSON);
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
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        Request request = request(client, uri, body);
        return whole(patience == null ? request : request.timeout(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public Reply sendDecoding(URI uri, byte[] body) throws Exception {
        return whole(request(decoding, uri, body));
    }

    @Override
    public InputStream open(URI uri, byte[] body) throws Exception {
        InputStreamResponseListener listener = new InputStreamResponseListener();
        request(client, uri, body).send(listener);
        listener.get(30, TimeUnit.SECONDS);
        return listener.getInputStream();
    }

    @Override
    public Runnable start(URI uri, byte[] body) {
        Request request = request(client, uri, body);
        request.send(result -> {});
        return () -> request.abort(new IllegalStateException("not wanted any more"));
    }

    @Override
    public boolean decodes(String encoding) {
        return false;
    }

    @Override
    public void close() throws Exception {
        client.stop();
        decoding.stop();
    }
}
