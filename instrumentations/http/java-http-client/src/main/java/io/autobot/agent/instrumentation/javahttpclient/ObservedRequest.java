package io.autobot.agent.instrumentation.javahttpclient;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Shows a request's body to the agent each time it is sent. */
final class ObservedRequest implements BodyPublisher {
    private final BodyPublisher body;
    private final HttpExchange exchange;
    private final String contentType;
    private final String contentEncoding;

    private ObservedRequest(BodyPublisher body, HttpExchange exchange, HttpRequest request) {
        this.body = body;
        this.exchange = exchange;
        this.contentType = JavaHttpCalls.first(request.headers(), "content-type");
        this.contentEncoding = JavaHttpCalls.first(request.headers(), "content-encoding");
    }

    /** The same request with its body observed; the client copies what it is given in any case. */
    static HttpRequest of(HttpRequest request, HttpExchange exchange) {
        BodyPublisher body = request.bodyPublisher().orElse(null);
        return body == null
                ? request
                : HttpRequest.newBuilder(request, (name, value) -> true)
                        .method(request.method(), new ObservedRequest(body, exchange, request))
                        .build();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        BodyTap tap = exchange.request(contentType, contentEncoding);
        body.subscribe(tap == null ? subscriber : new Shown(subscriber, tap));
    }

    private record Shown(Flow.Subscriber<? super ByteBuffer> subscriber, BodyTap tap)
            implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            tap.bytes(buffer);
            subscriber.onNext(buffer);
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            tap.end();
            subscriber.onComplete();
        }
    }
}
