package io.autobot.agent.instrumentation.apachehttpclient5;

import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;

/** The client with a pool of connections, each for one call at a time, that speaks HTTP/2 alone. */
public final class AsyncHttp2Caller extends AsyncCaller {
    public AsyncHttp2Caller() throws ReflectiveOperationException {
        super(http2(builder()).build());
    }

    /** Where connections have settings of their own (5.2), the client's count for nothing in 5.4 and 5.5. */
    private static HttpAsyncClientBuilder http2(HttpAsyncClientBuilder builder) throws ReflectiveOperationException {
        Class<?> settings;
        try {
            settings = Class.forName("org.apache.hc.client5.http.config.TlsConfig");
        } catch (ClassNotFoundException older) {
            return builder.setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2);
        }
        Object making = settings.getMethod("custom").invoke(null);
        making.getClass()
                .getMethod("setVersionPolicy", HttpVersionPolicy.class)
                .invoke(making, HttpVersionPolicy.FORCE_HTTP_2);
        PoolingAsyncClientConnectionManagerBuilder connections = PoolingAsyncClientConnectionManagerBuilder.create();
        PoolingAsyncClientConnectionManagerBuilder.class
                .getMethod("setDefaultTlsConfig", settings)
                .invoke(connections, making.getClass().getMethod("build").invoke(making));
        return builder.setConnectionManager(connections.build());
    }

    @Override
    public boolean timesOut() {
        return !ApacheHttpClient5Releases.ignoresTimeoutsInHttp2();
    }
}
