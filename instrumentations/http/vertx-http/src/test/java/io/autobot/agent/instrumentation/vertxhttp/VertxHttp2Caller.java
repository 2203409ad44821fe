package io.autobot.agent.instrumentation.vertxhttp;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;

/** A client that speaks HTTP/2 alone. */
public final class VertxHttp2Caller extends VertxHttpCaller {
    public VertxHttp2Caller() throws ReflectiveOperationException {
        super(new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    }
}
