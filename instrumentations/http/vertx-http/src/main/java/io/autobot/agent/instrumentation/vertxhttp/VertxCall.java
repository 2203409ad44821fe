package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/**
 * A call, from the wish for a request to the end of the final reply. The promise of the first request's reply is kept by
 * whatever request a redirect leads to.
 */
final class VertxCall {
    private final HttpExchange exchange;
    private volatile Object begun;
    private BodyTap request;
    private volatile HttpClientResponse reply;
    private BodyTap response;

    VertxCall(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** The application will get this request; it has no way to know it before us. */
    void requested(Future<?> promised, Throwable thrown) {
        if (thrown != null) {
            exchange.fail(thrown);
        } else if (promised != null) {
            promised.onComplete(this::requested);
        }
    }

    void requested(AsyncResult<?> result) {
        if (result.failed()) {
            exchange.fail(result.cause());
            return;
        }
        HttpClientRequest first = (HttpClientRequest) result.result();
        VertxCalls.put(first, this);
        first.response().onComplete(this::replied);
    }

    private void replied(AsyncResult<HttpClientResponse> result) {
        if (result.failed()) {
            exchange.fail(result.cause());
            return;
        }
        HttpClientResponse head = result.result();
        MultiMap headers = head.headers();
        response = exchange.response(head.statusCode(), headers::get);
        reply = head;
        exchange.endIfBodyless(head.request().getMethod().name(), head.statusCode(), headers.get("content-length"));
    }

    /** Whether it is this reply that the application gets. */
    boolean endsWith(HttpClientResponse other) {
        return reply == other;
    }

    /** A piece of a request's body on its way out. */
    void writing(Object sent, Object piece, boolean end) {
        if (piece != null && begun != sent) {
            begun = sent;
            MultiMap headers = ((HttpClientRequest) sent).headers();
            request = exchange.request(headers.get("content-type"), headers.get("content-encoding"));
        }
        if (piece != null && request != null) {
            Buffers.show(piece, request);
        }
        if (end && request != null) {
            request.end();
        }
    }

    void arrived(Buffer piece) {
        if (response != null) {
            Buffers.show(piece, response);
        }
    }

    void ended() {
        exchange.end();
    }

    void failed(Throwable failure) {
        exchange.fail(failure);
    }

    void cancelled() {
        exchange.cancel();
    }
}
