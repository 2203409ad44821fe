package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.HttpExchange;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * Calls of asynchronous clients. The first link of a chain is told from the others by the callback it is given: a class
 * within the client (5.0 to 5.6), where the others are given one that a link made, or ours.
 */
final class AsyncCalls {
    /** What {@link #open} returns at which index. */
    static final int BODY = 0;

    static final int CALLBACK = 1;

    private static final String CLIENT = "org.apache.hc.client5.http.impl.async.InternalAbstractHttpAsyncClient$";

    private static volatile Class<?> outermost;

    private AsyncCalls() {}

    /** The body and the callback to go on with, {@code null} to leave the call alone. */
    static Object[] open(
            HttpRequest request, AsyncEntityProducer body, AsyncExecChain.Scope scope, AsyncExecCallback callback) {
        if (callback == null || !isOutermost(callback.getClass())) {
            return null;
        }
        HttpHost target = scope.route.getTargetHost();
        HttpExchange exchange = Calls.open(request, target.getSchemeName(), target.getHostName(), target.getPort());
        if (exchange == null) {
            return null;
        }
        Cancellables.put(scope.cancellableDependency, exchange);
        return new Object[] {
            body == null ? null : new ObservedProducer(body, exchange, request),
            new ObservedCallback(callback, exchange)
        };
    }

    static void failed(Object[] call, Throwable thrown) {
        ((ObservedCallback) call[CALLBACK]).broke(thrown);
    }

    private static boolean isOutermost(Class<?> callback) {
        Class<?> known = outermost;
        if (known == null && callback.getName().startsWith(CLIENT)) {
            known = callback;
            outermost = callback;
        }
        return callback == known;
    }
}
