package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/** Shows a request's body to the agent each time the HTTP client asks for it. */
final class ObservedPublisher implements SdkHttpContentPublisher {
    private final SdkHttpContentPublisher content;
    private final SdkHttpRequest request;
    private final HttpExchange exchange;

    ObservedPublisher(SdkHttpContentPublisher content, SdkHttpRequest request, HttpExchange exchange) {
        this.content = content;
        this.request = request;
        this.exchange = exchange;
    }

    @Override
    public Optional<Long> contentLength() {
        return content.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        // The SDK publishes nothing where there is no body.
        boolean isEmpty = content.contentLength().orElse(-1L) == 0;
        BodyTap tap = isEmpty || subscriber == null ? null : Exchanges.request(exchange, request);
        content.subscribe(tap == null ? subscriber : new Shown(subscriber, tap));
    }

    private record Shown(Subscriber<? super ByteBuffer> subscriber, BodyTap tap) implements Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            if (buffer != null) {
                tap.bytes(buffer);
            }
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
