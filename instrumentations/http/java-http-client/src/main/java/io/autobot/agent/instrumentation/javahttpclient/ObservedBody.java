package io.autobot.agent.instrumentation.javahttpclient;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Shows a reply's bytes to the agent before they go on, with the application's own demand. */
final class ObservedBody<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> subscriber;
    private final HttpExchange exchange;
    private final BodyTap tap;

    /** @param tap {@code null} if nobody reads the body; its end is seen all the same */
    ObservedBody(BodySubscriber<T> subscriber, HttpExchange exchange, BodyTap tap) {
        this.subscriber = subscriber;
        this.exchange = exchange;
        this.tap = tap;
    }

    @Override
    public CompletionStage<T> getBody() {
        return subscriber.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscriber.onSubscribe(new Watched(subscription, exchange));
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (tap != null) {
            tap.bytes(buffers);
        }
        subscriber.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        exchange.fail(failure);
        subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
        exchange.end();
        subscriber.onComplete();
    }

    private record Watched(Flow.Subscription subscription, HttpExchange exchange) implements Flow.Subscription {
        @Override
        public void request(long count) {
            subscription.request(count);
        }

        @Override
        public void cancel() {
            exchange.cancel();
            subscription.cancel();
        }
    }
}
