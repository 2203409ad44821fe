package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.spi.StateMap;
import java.util.concurrent.CancellationException;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.nio.ContentDecoder;
import org.apache.http.nio.ContentEncoder;

/** One claimed call of an asynchronous client, found by the two objects that the client has for it. */
final class AsyncCall {
    private static final StateMap<Object, AsyncCall> CALLS = new StateMap<>();

    private final HttpExchange exchange;
    private final String contentType;
    private final String contentEncoding;
    private volatile ObservedEncoder request;
    private volatile ObservedDecoder reply;
    private volatile BodyTap tap;
    private volatile boolean replied;

    private AsyncCall(HttpExchange exchange, HttpRequest request) {
        HttpEntity body = request instanceof HttpEntityEnclosingRequest
                ? ((HttpEntityEnclosingRequest) request).getEntity()
                : null;
        this.exchange = exchange;
        this.contentType = Calls.contentType(request, body);
        this.contentEncoding = Calls.contentEncoding(request, body);
    }

    static void open(HttpHost target, HttpRequest request, Object state, Object handler) {
        HttpExchange exchange = request == null ? null : Calls.open(target, request);
        if (exchange != null) {
            AsyncCall call = new AsyncCall(exchange, request);
            CALLS.put(state, call);
            CALLS.put(handler, call);
        }
    }

    /** By the client's state or its handler; {@code null} if nobody claimed it. */
    static AsyncCall of(Object part) {
        return CALLS.get(part);
    }

    void beginsAgain() {
        request = null;
    }

    /** What the application is to write to, {@code null} for the client's own. */
    ContentEncoder producing(ContentEncoder encoder) {
        ObservedEncoder current = request;
        if (current == null) {
            current = new ObservedEncoder(exchange.request(contentType, contentEncoding));
            request = current;
        }
        return current.on(encoder);
    }

    void replied(HttpResponse response) {
        replied = true;
        tap = exchange.response(response.getStatusLine().getStatusCode(), Calls.headers(response));
    }

    /** What the application is to read from, {@code null} for the client's own. */
    ContentDecoder consuming(ContentDecoder decoder) {
        if (!replied || tap == null) {
            return null;
        }
        ObservedDecoder current = reply;
        if (current == null) {
            current = new ObservedDecoder(tap);
            reply = current;
        }
        return current.on(decoder);
    }

    void completed() {
        if (replied) {
            exchange.end();
        }
    }

    void failed(Exception failure) {
        if (failure instanceof CancellationException) {
            exchange.cancel();
        } else {
            exchange.fail(failure);
        }
    }

    void cancelled() {
        exchange.cancel();
    }
}
