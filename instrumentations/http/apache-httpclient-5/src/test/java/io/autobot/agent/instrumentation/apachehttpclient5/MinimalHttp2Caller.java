package io.autobot.agent.instrumentation.apachehttpclient5;

import org.apache.hc.client5.http.impl.async.HttpAsyncClients;

/** The same with one connection of HTTP/2. */
public final class MinimalHttp2Caller extends MinimalCaller {
    public MinimalHttp2Caller() {
        super(HttpAsyncClients.createHttp2Minimal());
    }

    /** It has no regard for it (5.0 to 5.6). */
    @Override
    public boolean timesOut() {
        return false;
    }
}
