package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpThread;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/** Attempts of asynchronous clients: the bodies either way go by in publishers. */
final class AsyncAttempts {
    /** Where the argument to go on with is in what the methods named {@code open} return. */
    static final int REPLACED = 0;

    private static final int EXCHANGE = 1;

    private AsyncAttempts() {}

    /** The handler to go on with, {@code null} to leave the attempt alone. */
    static Object[] open(AsyncExecuteRequest.Builder builder, TransformingAsyncResponseHandler<?> handler) {
        AsyncExecuteRequest request = builder.build();
        HttpExchange exchange = Exchanges.open(request.request());
        if (exchange == null) {
            return null;
        }
        builder.requestContentPublisher(content(request, exchange));
        return covered(new ObservedHandler.Transforming<>(handler, request.request(), exchange), exchange);
    }

    /** The request to go on with, {@code null} to leave the attempt alone. */
    static Object[] open(AsyncExecuteRequest request) {
        HttpExchange exchange = Exchanges.open(request.request());
        if (exchange == null) {
            return null;
        }
        AsyncExecuteRequest observed = AsyncExecuteRequest.builder()
                .request(request.request())
                .requestContentPublisher(content(request, exchange))
                .responseHandler(new ObservedHandler(request.responseHandler(), request.request(), exchange))
                .metricCollector(request.metricCollector().orElse(null))
                .fullDuplex(request.fullDuplex())
                .httpExecutionAttributes(request.httpExecutionAttributes())
                .build();
        return covered(observed, exchange);
    }

    private static SdkHttpContentPublisher content(AsyncExecuteRequest request, HttpExchange exchange) {
        SdkHttpContentPublisher content = request.requestContentPublisher();
        return content == null ? null : new ObservedPublisher(content, request.request(), exchange);
    }

    private static Object[] covered(Object replaced, HttpExchange exchange) {
        Object[] attempt = {replaced, exchange};
        HttpThread.cover();
        return attempt;
    }

    /** Bodies end by themselves; the future tells of attempts that fail before there is a body, or are given up. */
    static void watch(Object[] attempt, CompletableFuture<?> future, Throwable thrown) {
        HttpThread.uncover();
        HttpExchange exchange = (HttpExchange) attempt[EXCHANGE];
        if (thrown != null) {
            exchange.fail(thrown);
        } else if (future != null) {
            exchange.failsWith(future);
        }
    }
}
