package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.testkit.http.HttpCaller;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Calls the way Spring's WebClient does: the connection is handed on at the head, and its body read from there. */
public final class ReactorNettyCaller implements HttpCaller {
    private static final int PIECE = 10_000;

    private final ConnectionProvider pool = ConnectionProvider.create("test", 20);
    private final HttpClient client = HttpClient.create(pool)
            .followRedirect(true)
            .headers(headers -> headers.set("Content-Type", "application/json"));

    private static HttpClient.ResponseReceiver<?> request(HttpClient client, URI uri, byte[] body) {
        if (body == null) {
            return client.get().uri(uri);
        }
        return client.post()
                .uri(uri)
                .send(body.length <= PIECE ? Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)) : pieces(body));
    }

    /** Direct buffers, some of several parts. */
    private static Flux<ByteBuf> pieces(byte[] body) {
        return Flux.range(0, (body.length + PIECE - 1) / PIECE).map(index -> {
            int from = index * PIECE;
            int length = Math.min(PIECE, body.length - from);
            if (index % 2 == 0) {
                return Unpooled.directBuffer(length).writeBytes(body, from, length);
            }
            int half = length / 2;
            return Unpooled.wrappedBuffer(
                    Unpooled.directBuffer(half).writeBytes(body, from, half),
                    Unpooled.directBuffer(length - half).writeBytes(body, from + half, length - half));
        });
    }

    private static Reply whole(HttpClient.ResponseReceiver<?> request) {
        return request.responseSingle((head, body) -> body.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(bytes -> new Reply(head.status().code(), bytes)))
                .block();
    }

    @Override
    public Reply call(URI uri, byte[] body) {
        return whole(request(client, uri, body));
    }

    @Override
    public Reply callDecoding(URI uri, byte[] body) {
        return whole(request(client.compress(true), uri, body));
    }

    @Override
    public Reply callWithin(long millis, URI uri, byte[] body) {
        return whole(request(client.responseTimeout(Duration.ofMillis(millis)), uri, body));
    }

    @Override
    public Pieces stream(URI uri, byte[] body) {
        Connection connection = request(client, uri, body)
                .responseConnection((head, given) -> Mono.just(given))
                .next()
                .block();
        Subscriber pieces = new Subscriber();
        connection.inbound().receive().asByteArray().subscribe(pieces);
        return pieces;
    }

    private static final class Subscriber extends BaseSubscriber<byte[]> implements Pieces {
        private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(1);
        }

        @Override
        protected void hookOnNext(byte[] piece) {
            arrived.add(piece);
        }

        @Override
        protected void hookOnComplete() {
            arrived.add(new byte[0]);
        }

        @Override
        public byte[] next() throws InterruptedException {
            byte[] piece = arrived.poll(30, TimeUnit.SECONDS);
            request(1);
            return piece;
        }

        @Override
        public void giveUp() {
            cancel();
        }
    }

    @Override
    public AutoCloseable begin(URI uri, byte[] body) {
        Disposable call = request(client, uri, body).response().subscribe();
        return call::dispose;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
