package io.autobot.agent.instrumentation.apachehttpclient5;

import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;

/** The client that has neither redirects nor decoding. */
public class MinimalCaller extends AsyncCaller {
    public MinimalCaller() {
        this(HttpAsyncClients.createMinimal());
    }

    MinimalCaller(CloseableHttpAsyncClient client) {
        super(client);
    }

    @Override
    public boolean decodes(String encoding) {
        return false;
    }

    @Override
    public boolean refuses(String encoding) {
        return false;
    }

    @Override
    public boolean followsRedirects() {
        return false;
    }
}
