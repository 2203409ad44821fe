package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;

/** Shows a reply's bytes to the agent before they go on, with the application's own capacity. */
final class ObservedConsumer implements AsyncDataConsumer {
    private final AsyncDataConsumer consumer;
    private final HttpExchange exchange;
    private final BodyTap tap;

    /** @param tap {@code null} if nobody reads the body; its end is seen all the same */
    ObservedConsumer(AsyncDataConsumer consumer, HttpExchange exchange, BodyTap tap) {
        this.consumer = consumer;
        this.exchange = exchange;
        this.tap = tap;
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        consumer.updateCapacity(channel);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (tap != null) {
            tap.bytes(bytes);
        }
        consumer.consume(bytes);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
        exchange.end();
        consumer.streamEnd(trailers);
    }

    @Override
    public void releaseResources() {
        consumer.releaseResources();
    }
}
