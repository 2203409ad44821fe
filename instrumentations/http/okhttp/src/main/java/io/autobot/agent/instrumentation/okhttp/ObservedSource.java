package io.autobot.agent.instrumentation.okhttp;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.ObservedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import okio.Buffer;
import okio.BufferedSource;
import okio.Source;
import okio.Timeout;

/** Shows a reply's bytes to the agent when the application reads them, no more of them and no sooner. */
final class ObservedSource implements Source {
    private final BufferedSource source;
    private final OkHttpCall call;
    private final long length;
    private final OutputStream shown;
    private final Buffer passing = new Buffer();
    private long seen;

    /** @param length how many bytes there are, less than 0 if that is not known */
    ObservedSource(BufferedSource source, OkHttpCall call, BodyTap tap, long length) {
        this.source = source;
        this.call = call;
        this.length = length;
        this.shown = tap == null ? null : new ObservedOutputStream(OutputStream.nullOutputStream(), tap);
    }

    @Override
    public long read(Buffer sink, long most) throws IOException {
        long count;
        try {
            count = shown == null ? source.read(sink, most) : pass(sink, most);
        } catch (IOException | RuntimeException | Error failure) {
            call.failed(failure);
            throw failure;
        }
        if (count < 0) {
            call.end();
        } else {
            seen += count;
            if (seen == length) {
                call.end();
            }
        }
        return count;
    }

    /** Through a buffer of our own, where the new bytes are at the start; segments move on without being copied. */
    private long pass(Buffer sink, long most) throws IOException {
        try {
            long count = source.read(passing, most);
            if (count > 0) {
                passing.copyTo(shown, 0, count);
            }
            return count;
        } finally {
            if (passing.size() > 0) {
                sink.write(passing, passing.size());
            }
        }
    }

    @Override
    public Timeout timeout() {
        return source.timeout();
    }

    @Override
    public void close() throws IOException {
        call.closed();
        source.close();
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
