package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpTransport;
import io.autobot.agent.spi.StateMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.impl.HttpClientRequestBase;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Which call a request or a reply of the library belongs to. Any thread. */
final class VertxCalls {
    private static final HttpTransport TRANSPORT = HttpDomain.transport("vertx-http");
    private static final VarHandle CALL_OF =
            VertxHttpFields.CALL.find(MethodHandles.lookup(), HttpClientRequestBase.class);

    /** Instead of the field, where the library was loaded before the agent. */
    private static final StateMap<HttpClientRequestBase, VertxCall> LATE = new StateMap<>();

    private VertxCalls() {}

    /** The call that begins, {@code null} to leave it alone. */
    static VertxCall open(RequestOptions options) {
        Integer port = options.getPort();
        return open(options.getMethod(), options.isSsl(), options.getHost(), port == null ? 0 : port, options.getURI());
    }

    /** The same in detail, as Vert.x 4.0 has it. */
    static VertxCall open(HttpMethod method, Boolean ssl, String host, int port, String uri) {
        if (method == null || host == null || uri == null) {
            return null;
        }
        HttpExchange exchange =
                TRANSPORT.open(method.name(), Boolean.TRUE.equals(ssl) ? "https" : "http", host, port, path(uri));
        return exchange == null ? null : new VertxCall(exchange);
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** The call of a request, {@code null} if there is none that is observed. */
    static VertxCall of(Object request) {
        if (!(request instanceof HttpClientRequestBase)) {
            return null;
        }
        HttpClientRequestBase known = (HttpClientRequestBase) request;
        return CALL_OF != null ? (VertxCall) CALL_OF.get(known) : LATE.get(known);
    }

    /** The call that ends with this reply: not that of a reply which redirects. */
    static VertxCall ofReply(Object response) {
        HttpClientResponse reply = (HttpClientResponse) response;
        VertxCall call = of(reply.request());
        return call != null && call.endsWith(reply) ? call : null;
    }

    static void put(Object request, VertxCall call) {
        if (request instanceof HttpClientRequestBase) {
            HttpClientRequestBase known = (HttpClientRequestBase) request;
            if (CALL_OF != null) {
                CALL_OF.set(known, (Object) call);
            } else {
                LATE.put(known, call);
            }
        }
    }
}
