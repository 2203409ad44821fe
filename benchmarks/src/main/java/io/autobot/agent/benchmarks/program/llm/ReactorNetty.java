package io.autobot.agent.benchmarks.program.llm;

import io.netty.buffer.Unpooled;
import java.net.URI;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Reactor Netty, on whose own threads the pieces arrive. */
final class ReactorNetty implements LlmClient {
    private final HttpClient client =
            HttpClient.create().headers(headers -> headers.set("Content-Type", "application/json"));

    @Override
    public void post(URI uri, byte[] body, ReplyPieces reply) {
        client.post()
                .uri(uri)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response((head, content) -> content.doOnNext(piece -> reply.piece(piece.nioBuffer())))
                .blockLast();
    }
}
