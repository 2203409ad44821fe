package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;

/** What the chain tells the client of one call. */
final class ObservedCallback implements AsyncExecCallback {
    private final AsyncExecCallback callback;
    private final HttpExchange exchange;
    private final CancellableDependency future;

    ObservedCallback(AsyncExecCallback callback, HttpExchange exchange, CancellableDependency future) {
        this.callback = callback;
        this.exchange = exchange;
        this.future = future;
    }

    @Override
    public AsyncDataConsumer handleResponse(HttpResponse response, EntityDetails body)
            throws HttpException, IOException {
        BodyTap tap = exchange.response(response.getCode(), Calls.headers(response, body));
        if (body == null) {
            exchange.end();
        }
        AsyncDataConsumer consumer = callback.handleResponse(response, body);
        return consumer == null || body == null ? consumer : new ObservedConsumer(consumer, this, exchange, tap);
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

    /**
     * On a connection that was kept, cancelling the future does not reach the exchange (5.0 to 5.6: its dependency is
     * the lease), which goes on; it is told as soon as more comes.
     */
    void cancelIfGivenUp() {
        if (future != null && future.isCancelled()) {
            exchange.cancel();
        }
    }

    /** The chain fails what the application cancels. */
    void broke(Throwable failure) {
        if (failure instanceof CancellationException || future != null && future.isCancelled()) {
            exchange.cancel();
        } else {
            exchange.fail(failure);
        }
    }
}
