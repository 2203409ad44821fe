package io.autobot.agent.instrumentation.javahttpclient;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** In clear text the JDK speaks HTTP/2 only after an upgrade, for which it needs a request without a body. */
final class JavaHttp2Caller extends JavaHttpCaller {
    private boolean upgraded;

    JavaHttp2Caller() {
        super(true);
    }

    private void upgrade(URI uri) throws Exception {
        if (!upgraded) {
            upgraded = true;
            HttpRequest empty = HttpRequest.newBuilder(uri.resolve("/empty")).build();
            Version version = reply(empty, BodyHandlers.discarding()).version();
            if (version != Version.HTTP_2) {
                throw new IllegalStateException("no upgrade, but " + version);
            }
        }
    }

    @Override
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        upgrade(uri);
        return super.send(uri, body, patience);
    }

    @Override
    public InputStream open(URI uri, byte[] body) throws Exception {
        upgrade(uri);
        return super.open(uri, body);
    }
}
