package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;

/** What the chain tells the client of one call. */
final class ObservedCallback implements AsyncExecCallback {
    private final AsyncExecCallback callback;
    private final HttpExchange exchange;

    ObservedCallback(AsyncExecCallback callback, HttpExchange exchange) {
        this.callback = callback;
        this.exchange = exchange;
    }

    @Override
    public AsyncDataConsumer handleResponse(HttpResponse response, EntityDetails body)
            throws HttpException, IOException {
        BodyTap tap = exchange.response(response.getCode(), Calls.headers(response, body));
        if (body == null) {
            exchange.end();
        }
        AsyncDataConsumer consumer = callback.handleResponse(response, body);
        return consumer == null || body == null ? consumer : new ObservedConsumer(consumer, exchange, tap);
    }

    @Override
    public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
        callback.handleInformationResponse(response);
    }

    @Override
    public void completed() {
        exchange.end();
        callback.completed();
    }

    @Override
    public void failed(Exception failure) {
        broke(failure);
        callback.failed(failure);
    }

    /** What the application cancels is over already, see {@link Cancellables}, unless its client is closed. */
    void broke(Throwable failure) {
        if (failure instanceof CancellationException) {
            exchange.cancel();
        } else {
            exchange.fail(failure);
        }
    }
}
