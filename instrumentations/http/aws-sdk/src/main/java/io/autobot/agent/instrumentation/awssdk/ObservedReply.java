package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.http.AbortableInputStream;

/** The body of a reply, which ends the exchange. */
final class ObservedReply extends ObservedStream implements Abortable {
    private final AbortableInputStream body;
    private final HttpExchange exchange;

    ObservedReply(AbortableInputStream body, BodyTap tap, long length, HttpExchange exchange) {
        super(body, tap, length);
        this.body = body;
        this.exchange = exchange;
    }

    @Override
    protected void ended() {
        exchange.end();
    }

    @Override
    protected void failed(Throwable failure) {
        exchange.fail(failure);
    }

    @Override
    public void close() throws IOException {
        exchange.cancel();
        super.close();
    }

    @Override
    public void abort() {
        exchange.cancel();
        body.abort();
    }
}
