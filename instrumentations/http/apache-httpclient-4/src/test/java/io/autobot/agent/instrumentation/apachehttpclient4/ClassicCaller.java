package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.testkit.http.HttpCaller;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.client.LaxRedirectStrategy;
import org.apache.http.util.EntityUtils;

/** The classic client. */
public final class ClassicCaller implements HttpCaller {
    private final CloseableHttpClient client =
            HttpClients.custom().setRedirectStrategy(new LaxRedirectStrategy()).build();

    static HttpRequestBase request(URI uri, byte[] body) {
        HttpRequestBase request = body == null ? new HttpGet(uri) : new HttpPost(uri);
        if (body != null) {
            ((HttpEntityEnclosingRequest) request).setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        }
        return request;
    }

    static HttpRequestBase request(URI uri, byte[] body, Duration patience) {
        HttpRequestBase request = request(uri, body);
        if (patience != null) {
            request.setConfig(RequestConfig.custom()
                    .setSocketTimeout((int) patience.toMillis())
                    .build());
        }
        return request;
    }

    @Override
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        return client.execute(
                request(uri, body, patience),
                response -> new Reply(
                        response.getStatusLine().getStatusCode(),
                        response.getEntity() == null ? null : EntityUtils.toByteArray(response.getEntity())));
    }

    @Override
    public InputStream open(URI uri, byte[] body) throws Exception {
        CloseableHttpResponse response = client.execute(request(uri, body));
        return new FilterInputStream(response.getEntity().getContent()) {
            @Override
            public void close() throws IOException {
                response.close();
            }
        };
    }

    @Override
    public Runnable start(URI uri, byte[] body) {
        HttpRequestBase request = request(uri, body);
        Thread thread = new Thread(() -> {
            try {
                client.execute(request, response -> null);
            } catch (IOException given) {
                // It is given up.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return request::abort;
    }

    @Override
    public boolean decodes(String encoding) {
        return encoding.equals("gzip") || encoding.equals("deflate");
    }

    @Override
    public boolean repeatsPosts() {
        return !ApacheHttpClient4Releases.losesPosts();
    }

    @Override
    public boolean refuses(String encoding) {
        return !encoding.equals("gzip") && ApacheHttpClient4Releases.knowsGzipAlone();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
