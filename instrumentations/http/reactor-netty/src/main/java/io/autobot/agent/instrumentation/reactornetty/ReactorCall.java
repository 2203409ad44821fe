package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.LastHttpContent;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.HttpOperations;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.context.Context;

/**
 * A call, in the place of who subscribed for its connection. The library gives the connection on when the final reply's
 * head is there; from then on the operation tells of the body, and a cancellation here means nothing: the usual {@code
 * next()} makes one. Attempts follow one another; what an operation of an earlier one tells is passed over.
 */
final class ReactorCall implements CoreSubscriber<Connection>, Subscription {
    private final HttpExchange exchange;
    private final CoreSubscriber<? super Connection> subscriber;
    private volatile Context context;
    private Subscription subscription;
    private volatile HttpOperations<?, ?> attempt;
    private volatile Publisher<?> observedBody;
    private volatile BodyTap requestTap;
    private volatile boolean bodyBegun;
    private volatile boolean replied;
    private BodyTap replyTap;

    @SuppressWarnings("unchecked") // Whoever subscribes for a connection takes one.
    ReactorCall(HttpExchange exchange, CoreSubscriber<?> subscriber) {
        this.exchange = exchange;
        this.subscriber = (CoreSubscriber<? super Connection>) subscriber;
    }

    HttpExchange exchange() {
        return exchange;
    }

    /** The request is about to be sent, perhaps again. */
    void attempt(HttpOperations<?, ?> operations) {
        attempt = operations;
        observedBody = null;
        requestTap = null;
        bodyBegun = false;
    }

    boolean isAt(HttpOperations<?, ?> operations) {
        return attempt == operations;
    }

    /**
     * The body to go on with, {@code null} for the one given: it is observed already, because the library hands it from
     * one of its methods to the next, or nobody reads it.
     */
    Publisher<?> observed(Publisher<?> body) {
        if (body == null || body == observedBody) {
            return null;
        }
        begin();
        BodyTap tap = requestTap;
        if (tap == null) {
            return null;
        }
        observedBody = body instanceof Mono
                ? ((Mono<?>) body).doOnNext(message -> show(tap, message))
                : Flux.from(body).doOnNext(message -> show(tap, message));
        return observedBody;
    }

    /** A body, or a piece of it, that is there already. */
    void sending(Object message) {
        if (message instanceof ByteBuf || message instanceof ByteBufHolder) {
            begin();
            show(requestTap, message);
        }
    }

    /** Pieces that are sent one after another are one body. */
    private void begin() {
        if (!bodyBegun) {
            bodyBegun = true;
            HttpHeaders headers = ((HttpClientRequest) attempt).requestHeaders();
            requestTap = exchange.request(headers.get("content-type"), headers.get("content-encoding"));
        }
    }

    /** All of the request is sent, or as much as the server wanted. */
    void sent() {
        BodyTap tap = requestTap;
        if (tap != null) {
            tap.end();
        }
    }

    /** Something arrived; the application does not have it yet. */
    void arrived(Object message) {
        if (replied) {
            show(replyTap, message);
            end(message);
        }
    }

    /** The application has it: a reply in one message is over only now, its head was given on just before. */
    void passedOn(Object message) {
        if (replied) {
            end(message);
        }
    }

    private void end(Object message) {
        if (message instanceof LastHttpContent
                && ((LastHttpContent) message).decoderResult().isSuccess()) {
            exchange.end();
        }
    }

    /** Before the head it is {@link #cancel} that counts. */
    void bodyCancelled() {
        if (replied) {
            exchange.cancel();
        }
    }

    /** Before the head the library may begin anew, and {@link #onError} tells if it does not. */
    void bodyFailed(Throwable failure) {
        if (replied) {
            exchange.fail(failure);
        }
    }

    private static void show(BodyTap tap, Object message) {
        if (tap == null) {
            return;
        }
        if (message instanceof ByteBuf) {
            ByteBufs.show((ByteBuf) message, tap);
        } else if (message instanceof ByteBufHolder) {
            ByteBufs.show(((ByteBufHolder) message).content(), tap);
        }
    }

    @Override
    public Context currentContext() {
        Context known = context;
        if (known == null) {
            known = subscriber.currentContext().put(ReactorCall.class, this);
            context = known;
        }
        return known;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        subscriber.onSubscribe(this);
    }

    @Override
    public void onNext(Connection connection) {
        if (connection instanceof HttpClientResponse) {
            replied((HttpClientResponse) connection);
        }
        subscriber.onNext(connection);
    }

    private void replied(HttpClientResponse reply) {
        sent();
        int status = reply.status().code();
        HttpHeaders headers = reply.responseHeaders();
        replyTap = exchange.response(status, headers::get);
        replied = true;
        exchange.endIfBodyless(reply.method().name(), status, headers.get("content-length"));
    }

    @Override
    public void onError(Throwable failure) {
        exchange.fail(failure);
        subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
        subscriber.onComplete();
    }

    @Override
    public void request(long count) {
        subscription.request(count);
    }

    @Override
    public void cancel() {
        if (!replied) {
            exchange.cancel();
        }
        subscription.cancel();
    }
}
