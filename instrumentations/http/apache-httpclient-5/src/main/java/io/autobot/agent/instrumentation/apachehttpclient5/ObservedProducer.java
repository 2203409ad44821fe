package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** Shows a request's body to the agent each time it is sent; the chain releases its resources before it begins again. */
final class ObservedProducer implements AsyncEntityProducer {
    private final AsyncEntityProducer body;
    private final HttpExchange exchange;
    private final String contentType;
    private final String contentEncoding;
    private volatile Shown shown;

    ObservedProducer(AsyncEntityProducer body, HttpExchange exchange, HttpRequest request) {
        this.body = body;
        this.exchange = exchange;
        this.contentType = Calls.contentType(request, body);
        this.contentEncoding = Calls.contentEncoding(request, body);
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        Shown current = shown;
        if (current == null || current.channel != channel) {
            BodyTap tap = current == null ? exchange.request(contentType, contentEncoding) : current.tap;
            current = new Shown(channel, tap);
            shown = current;
        }
        body.produce(current.tap == null ? channel : current);
    }

    @Override
    public void releaseResources() {
        shown = null;
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

    /** What a channel takes, as far as it takes it. */
    private static final class Shown implements DataStreamChannel {
        private final DataStreamChannel channel;
        private final BodyTap tap;

        Shown(DataStreamChannel channel, BodyTap tap) {
            this.channel = channel;
            this.tap = tap;
        }

        @Override
        public void requestOutput() {
            channel.requestOutput();
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int from = bytes.position();
            int written = channel.write(bytes);
            tap.bytes(bytes, from, bytes.position());
            return written;
        }

        @Override
        public void endStream() throws IOException {
            tap.end();
            channel.endStream();
        }

        @Override
        public void endStream(List<? extends Header> trailers) throws IOException {
            tap.end();
            channel.endStream(trailers);
        }
    }
}
