package io.autobot.agent.instrumentation.apachehttpclient5;

import org.apache.hc.client5.http.impl.async.HttpAsyncClients;

/** The client that has one connection of HTTP/2 for all its calls. */
public final class MultiplexingCaller extends AsyncCaller {
    public MultiplexingCaller() {
        super((ApacheHttpClient5Releases.losesPosts()
                        ? HttpAsyncClients.customHttp2().disableAutomaticRetries()
                        : HttpAsyncClients.customHttp2().setRetryStrategy(retries()))
                .build());
    }

    /** It has no regard for it (5.0 to 5.6). */
    @Override
    public boolean timesOut() {
        return false;
    }

    @Override
    public boolean decodes(String encoding) {
        return false;
    }

    @Override
    public boolean refuses(String encoding) {
        return false;
    }
}
