package io.autobot.agent.benchmarks.program.llm;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.ByteBuffer;

/** Vert.x, on whose own threads the pieces arrive. */
final class VertxHttp implements LlmClient {
    private final HttpClient client = Vertx.vertx().createHttpClient();

    @Override
    public void post(URI uri, byte[] body, ReplyPieces reply) throws Exception {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(uri.getHost())
                .setPort(uri.getPort())
                .setURI(uri.getRawPath())
                .putHeader("Content-Type", "application/json");
        // Chained on the client's thread: chained on this one, a reply could have gone by before anybody reads it.
        client.request(options)
                .compose(request -> request.send(Buffer.buffer(body)).compose(response -> read(response, reply)))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private static io.vertx.core.Future<Void> read(HttpClientResponse response, ReplyPieces reply) {
        response.handler(piece -> reply.piece(ByteBuffer.wrap(piece.getBytes())));
        return response.end();
    }
}
