package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.testkit.http.HttpCaller;
import io.autobot.agent.testkit.http.PieceStream;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Calls the way Spring's WebClient does: the connection is handed on at the head, and its body read from there. */
public class ReactorNettyCaller implements HttpCaller {
    private static final int PIECE = 10_000;

    private final ConnectionProvider pool = ConnectionProvider.create("test", 20);
    private final HttpClient client;

    public ReactorNettyCaller() {
        this(HttpProtocol.HTTP11);
    }

    ReactorNettyCaller(HttpProtocol protocol) {
        client = HttpClient.create(pool)
                .protocol(protocol)
                .followRedirect(true)
                .headers(headers -> headers.set("Content-Type", "application/json"));
    }

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
    public Reply send(URI uri, byte[] body, Duration patience) {
        return whole(request(patience == null ? client : client.responseTimeout(patience), uri, body));
    }

    @Override
    public Reply sendDecoding(URI uri, byte[] body) {
        return whole(request(client.compress(true), uri, body));
    }

    @Override
    public InputStream open(URI uri, byte[] body) {
        Connection connection = request(client, uri, body)
                .responseConnection((head, given) -> Mono.just(given))
                .next()
                .block();
        Pieces pieces = new Pieces();
        connection.inbound().receive().asByteArray().subscribe(pieces);
        return pieces.stream;
    }

    /** Asks for one piece at a time. */
    private static final class Pieces extends BaseSubscriber<byte[]> {
        private final PieceStream stream = new PieceStream(() -> request(1), this::cancel);

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(1);
        }

        @Override
        protected void hookOnNext(byte[] piece) {
            stream.add(ByteBuffer.wrap(piece));
        }

        @Override
        protected void hookOnComplete() {
            stream.end();
        }

        @Override
        protected void hookOnError(Throwable broken) {
            stream.end();
        }
    }

    @Override
    public Runnable start(URI uri, byte[] body) {
        Disposable call = request(client, uri, body).response().subscribe();
        return call::dispose;
    }

    @Override
    public boolean decodes(String encoding) {
        return false;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
