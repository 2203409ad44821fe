package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.testkit.http.HttpCaller;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The classic client. */
public final class ClassicCaller implements HttpCaller {
    private final CloseableHttpClient client = HttpClients.custom()
            .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, TimeValue.ofMilliseconds(1)))
            .build();

    private static HttpUriRequestBase request(URI uri, byte[] body) {
        HttpUriRequestBase request = body == null ? new HttpGet(uri) : new HttpPost(uri);
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        }
        return request;
    }

    @Override
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        HttpUriRequestBase request = request(uri, body);
        if (patience != null) {
            request.setConfig(RequestConfig.custom()
                    .setResponseTimeout(Timeout.of(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .build());
        }
        return client.execute(
                request,
                response -> new Reply(
                        response.getCode(),
                        response.getEntity() == null ? null : EntityUtils.toByteArray(response.getEntity())));
    }

    @Override
    @SuppressWarnings("deprecation") // What hands out a response to be closed is no longer advised.
    public InputStream open(URI uri, byte[] body) throws Exception {
        HttpUriRequestBase request = request(uri, body);
        CloseableHttpResponse response = client.execute(request);
        return new FilterInputStream(response.getEntity().getContent()) {
            @Override
            public void close() {
                request.cancel();
                try {
                    response.close();
                } catch (IOException given) {
                    // It wants to read on, which is given up.
                }
            }
        };
    }

    @Override
    public Runnable start(URI uri, byte[] body) {
        HttpUriRequestBase request = request(uri, body);
        Thread thread = new Thread(() -> {
            try {
                client.execute(request, response -> null);
            } catch (IOException given) {
                // It is given up.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return request::cancel;
    }

    @Override
    public boolean decodes(String encoding) {
        return encoding.equals("gzip") || encoding.equals("deflate");
    }

    @Override
    public boolean refuses(String encoding) {
        return encoding.equals("br") && ApacheHttpClient5Releases.decodesAll();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
