package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.EOFException;
import java.nio.ByteBuffer;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Shows a reply's bytes to the agent before they go on, with the application's own demand.
 *
 * @param tap {@code null} if nobody reads the bytes; their end is seen all the same
 * @param length how many there will be, negative if that is not known
 */
record ObservedBody(Publisher<ByteBuffer> body, BodyTap tap, long length, HttpExchange exchange)
        implements Publisher<ByteBuffer> {
    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(subscriber == null ? null : new Shown(subscriber, this));
    }

    private static final class Shown implements Subscriber<ByteBuffer> {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final ObservedBody of;
        private long shown;

        Shown(Subscriber<? super ByteBuffer> subscriber, ObservedBody of) {
            this.subscriber = subscriber;
            this.of = of;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription == null ? null : new Watched(subscription, of.exchange));
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            if (buffer != null) {
                shown += buffer.remaining();
                if (of.tap != null) {
                    of.tap.bytes(buffer);
                }
            }
            subscriber.onNext(buffer);
        }

        @Override
        public void onError(Throwable failure) {
            of.exchange.fail(failure);
            subscriber.onError(failure);
        }

        /** Netty's client takes for the whole what was cut off (2.20.157). */
        @Override
        public void onComplete() {
            if (shown < of.length) {
                of.exchange.fail(new EOFException("of " + of.length + " bytes " + shown + " came"));
            } else {
                of.exchange.end();
            }
            subscriber.onComplete();
        }
    }

    private record Watched(Subscription subscription, HttpExchange exchange) implements Subscription {
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
