package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.http.BodyTap;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.http.nio.ContentEncoder;

/** What a connection takes of one request's body, as far as it takes it. */
final class ObservedEncoder implements ContentEncoder {
    private final BodyTap tap;
    private ContentEncoder encoder;

    /** @param tap {@code null} if nobody reads the body */
    ObservedEncoder(BodyTap tap) {
        this.tap = tap;
    }

    /** Itself before the connection's encoder, {@code null} if nobody reads the body. */
    ContentEncoder on(ContentEncoder next) {
        encoder = next;
        return tap == null ? null : this;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int from = bytes.position();
        int written = encoder.write(bytes);
        tap.bytes(bytes, from, bytes.position());
        return written;
    }

    @Override
    public void complete() throws IOException {
        tap.end();
        encoder.complete();
    }

    @Override
    public boolean isCompleted() {
        return encoder.isCompleted();
    }

    @Override
    public String toString() {
        return encoder.toString();
    }
}
