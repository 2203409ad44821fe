package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpThread;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/** Attempts of synchronous clients: the bodies either way go by in streams. */
final class Attempts {
    /** What {@link #open} returns at which index. */
    static final int REQUEST = 0;

    private static final int EXCHANGE = 1;

    private Attempts() {}

    /** The request to go on with, {@code null} to leave the attempt alone. */
    static Object[] open(SdkHttpFullRequest request) {
        HttpExchange exchange = Exchanges.open(request);
        if (exchange == null) {
            return null;
        }
        ContentStreamProvider content = request.contentStreamProvider().orElse(null);
        SdkHttpFullRequest observed = content == null
                ? request
                : request.toBuilder()
                        .contentStreamProvider(new ObservedContent(content, request, exchange))
                        .build();
        Object[] attempt = {observed, exchange};
        HttpThread.cover();
        return attempt;
    }

    /** The reply to go on with, {@code null} for the one that is there. */
    static HttpExecuteResponse replied(Object[] attempt, HttpExecuteResponse reply, Throwable thrown) {
        HttpThread.uncover();
        HttpExchange exchange = (HttpExchange) attempt[EXCHANGE];
        if (thrown != null) {
            exchange.fail(thrown);
            return null;
        }
        SdkHttpFullRequest request = (SdkHttpFullRequest) attempt[REQUEST];
        BodyTap tap = Exchanges.response(exchange, request, reply.httpResponse());
        AbortableInputStream body = reply.responseBody().orElse(null);
        if (body == null) {
            exchange.end();
        }
        if (!exchange.isOpen()) {
            return null;
        }
        ObservedReply observed = new ObservedReply(body, tap, Exchanges.length(reply.httpResponse()), exchange);
        return HttpExecuteResponse.builder()
                .response(reply.httpResponse())
                .responseBody(AbortableInputStream.create(observed, observed))
                .build();
    }
}
