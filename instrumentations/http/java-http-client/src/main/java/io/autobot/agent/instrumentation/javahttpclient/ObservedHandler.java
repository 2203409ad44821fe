package io.autobot.agent.instrumentation.javahttpclient;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;

/** Shows the final reply's head and body to the agent; the client asks for no other. */
final class ObservedHandler<T> implements BodyHandler<T> {
    private final BodyHandler<T> handler;
    private final HttpExchange exchange;

    ObservedHandler(BodyHandler<T> handler, HttpExchange exchange) {
        this.handler = handler;
        this.exchange = exchange;
    }

    @Override
    public BodySubscriber<T> apply(ResponseInfo head) {
        BodySubscriber<T> subscriber = handler.apply(head);
        HttpHeaders headers = head.headers();
        BodyTap tap = exchange.response(head.statusCode(), name -> JavaHttpCalls.first(headers, name));
        return subscriber == null ? null : new ObservedBody<>(subscriber, exchange, tap);
    }
}
