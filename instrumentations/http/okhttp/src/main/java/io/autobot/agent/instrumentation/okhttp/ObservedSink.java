package io.autobot.agent.instrumentation.okhttp;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.ObservedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import okio.Buffer;
import okio.Sink;
import okio.Timeout;

/** Shows a request's body to the agent as it is written. */
final class ObservedSink implements Sink {
    private final Sink sink;
    private final BodyTap tap;
    private final OutputStream shown;

    ObservedSink(Sink sink, BodyTap tap) {
        this.sink = sink;
        this.tap = tap;
        this.shown = new ObservedOutputStream(OutputStream.nullOutputStream(), tap);
    }

    @Override
    public void write(Buffer source, long count) throws IOException {
        if (count > 0 && count <= source.size()) {
            source.copyTo(shown, 0, count);
        }
        sink.write(source, count);
    }

    @Override
    public void flush() throws IOException {
        sink.flush();
    }

    @Override
    public Timeout timeout() {
        return sink.timeout();
    }

    @Override
    public void close() throws IOException {
        tap.end();
        sink.close();
    }

    @Override
    public String toString() {
        return sink.toString();
    }
}
