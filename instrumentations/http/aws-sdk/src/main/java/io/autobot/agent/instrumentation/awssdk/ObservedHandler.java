package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/** Shows a reply's head and body to the agent. */
class ObservedHandler implements SdkAsyncHttpResponseHandler {
    private final SdkAsyncHttpResponseHandler handler;
    private final SdkHttpRequest request;
    private final HttpExchange exchange;
    private volatile BodyTap tap;
    private volatile long length = -1;

    ObservedHandler(SdkAsyncHttpResponseHandler handler, SdkHttpRequest request, HttpExchange exchange) {
        this.handler = handler;
        this.request = request;
        this.exchange = exchange;
    }

    @Override
    public void onHeaders(SdkHttpResponse head) {
        if (head != null) {
            length = Exchanges.length(head);
            tap = Exchanges.response(exchange, request, head);
        }
        handler.onHeaders(head);
    }

    @Override
    public void onStream(Publisher<ByteBuffer> body) {
        handler.onStream(body == null || !exchange.isOpen() ? body : new ObservedBody(body, tap, length, exchange));
    }

    @Override
    public void onError(Throwable failure) {
        exchange.fail(failure);
        handler.onError(failure);
    }

    /** One that the SDK asks for the outcome as well. */
    static final class Transforming<T> extends ObservedHandler implements TransformingAsyncResponseHandler<T> {
        private final TransformingAsyncResponseHandler<T> handler;

        Transforming(TransformingAsyncResponseHandler<T> handler, SdkHttpRequest request, HttpExchange exchange) {
            super(handler, request, exchange);
            this.handler = handler;
        }

        @Override
        public CompletableFuture<T> prepare() {
            return handler.prepare();
        }
    }
}
