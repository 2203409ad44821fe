package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.ShownInputStream;
import java.io.EOFException;
import java.io.InputStream;

/** A body of the SDK's, of which a part is not the whole: some clients take for it what was cut off. */
abstract class ObservedStream extends ShownInputStream {
    private final long length;

    /**
     * @param tap {@code null} if nobody reads the bytes; their end is seen all the same
     * @param length how many there will be, negative if that is not known
     */
    ObservedStream(InputStream stream, BodyTap tap, long length) {
        super(stream, tap, length);
        this.length = length;
    }

    @Override
    protected void failed(Throwable failure) {}

    @Override
    protected void over() {
        if (seen() < length) {
            failed(new EOFException("of " + length + " bytes " + seen() + " came"));
        } else {
            ended();
        }
    }
}
