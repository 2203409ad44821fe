package io.autobot.agent.instrumentation.javahttpclient;

import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpTransport;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls of the JDK's client, from the request to the end of the future or of the body, whichever is later. */
final class JavaHttpCalls {
    /** What {@link #open} returns at which index. */
    static final int REQUEST = 0;

    static final int HANDLER = 1;
    private static final int EXCHANGE = 2;

    private static final HttpTransport TRANSPORT = HttpDomain.transport("java-http-client");

    private JavaHttpCalls() {}

    /** The request and the handler to go on with, {@code null} to leave the call alone. */
    static Object[] open(HttpRequest request, HttpResponse.BodyHandler<?> handler) {
        if (request == null || handler == null) {
            return null;
        }
        URI uri = request.uri();
        HttpExchange exchange =
                TRANSPORT.open(request.method(), uri.getScheme(), uri.getHost(), uri.getPort(), uri.getRawPath());
        return exchange == null
                ? null
                : new Object[] {
                    ObservedRequest.of(request, exchange), new ObservedHandler<>(handler, exchange), exchange
                };
    }

    /** The first value of a header, {@code null} if there is none; unlike the library's way it makes no stream for it. */
    static String first(HttpHeaders headers, String name) {
        List<String> values = headers.map().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Bodies end by themselves; the future tells of calls that fail before there is a body, or are given up. */
    static void watch(Object[] call, CompletableFuture<?> future, Throwable thrown) {
        HttpExchange exchange = (HttpExchange) call[EXCHANGE];
        if (thrown != null) {
            exchange.fail(thrown);
        } else if (future != null) {
            exchange.failsWith(future);
        }
    }
}
