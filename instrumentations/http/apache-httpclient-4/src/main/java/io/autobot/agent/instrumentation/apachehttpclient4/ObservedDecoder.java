package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.http.BodyTap;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.http.nio.ContentDecoder;

/** What the application reads of one reply's body. */
final class ObservedDecoder implements ContentDecoder {
    private final BodyTap tap;
    private ContentDecoder decoder;

    ObservedDecoder(BodyTap tap) {
        this.tap = tap;
    }

    /** Itself before the connection's decoder. */
    ContentDecoder on(ContentDecoder next) {
        decoder = next;
        return this;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        int from = bytes.position();
        int count = decoder.read(bytes);
        tap.bytes(bytes, from, bytes.position());
        return count;
    }

    @Override
    public boolean isCompleted() {
        return decoder.isCompleted();
    }

    @Override
    public String toString() {
        return decoder.toString();
    }
}
