package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import java.util.Set;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** Shows a request's body to the agent each time it is sent; the chain releases its resources before it begins again. */
final class ObservedProducer implements AsyncEntityProducer {
    private final AsyncEntityProducer body;
    private final Sending sending;

    ObservedProducer(AsyncEntityProducer body, HttpExchange exchange, HttpRequest request) {
        this.body = body;
        this.sending = new Sending(exchange, request, body);
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        body.produce(sending.show(channel));
    }

    @Override
    public void releaseResources() {
        sending.again();
        body.releaseResources();
    }

    @Override
    public boolean isRepeatable() {
        return body.isRepeatable();
    }

    @Override
    public void failed(Exception cause) {
        body.failed(cause);
    }

    @Override
    public int available() {
        return body.available();
    }

    @Override
    public long getContentLength() {
        return body.getContentLength();
    }

    @Override
    public String getContentType() {
        return body.getContentType();
    }

    @Override
    public String getContentEncoding() {
        return body.getContentEncoding();
    }

    @Override
    public boolean isChunked() {
        return body.isChunked();
    }

    @Override
    public Set<String> getTrailerNames() {
        return body.getTrailerNames();
    }
}
