package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** The body of an asynchronous call's request on its way out, as often as it is sent. */
final class Sending {
    private final HttpExchange exchange;
    private final String contentType;
    private final String contentEncoding;
    private volatile Shown shown;

    Sending(HttpExchange exchange, HttpRequest request, EntityDetails body) {
        this.exchange = exchange;
        this.contentType = Calls.contentType(request, body);
        this.contentEncoding = Calls.contentEncoding(request, body);
    }

    /** What the body is to be written to in place of this channel. */
    DataStreamChannel show(DataStreamChannel channel) {
        Shown current = shown;
        if (current == null || current.channel != channel) {
            BodyTap tap = current == null ? exchange.request(contentType, contentEncoding) : current.tap;
            current = new Shown(channel, tap);
            shown = current;
        }
        return current.tap == null ? channel : current;
    }

    /** What is written next is the body from its beginning. */
    void again() {
        shown = null;
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
