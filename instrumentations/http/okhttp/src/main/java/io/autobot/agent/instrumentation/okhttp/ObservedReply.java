package io.autobot.agent.instrumentation.okhttp;

import io.autobot.agent.http.BodyTap;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;

/** A reply's body as the application has it, of which it asks all that it would ask the one behind. */
final class ObservedReply extends ResponseBody {
    private final ResponseBody body;
    private final OkHttpCall call;
    private final BodyTap tap;
    private volatile BufferedSource source;

    /** @param tap {@code null} if nobody reads the body; its end is seen all the same */
    ObservedReply(ResponseBody body, OkHttpCall call, BodyTap tap) {
        this.body = body;
        this.call = call;
        this.tap = tap;
    }

    @Override
    public MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        BufferedSource known = source;
        return known != null ? known : open();
    }

    private synchronized BufferedSource open() {
        if (source == null) {
            source = Okio.buffer(new ObservedSource(body.source(), call, tap, body.contentLength()));
        }
        return source;
    }

    /** As the library's own, which says nothing of what its source throws. */
    @Override
    public void close() {
        call.closed();
        BufferedSource opened = source;
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException unsaid) {
                // The body below is closed in any case.
            }
        }
        body.close();
    }

    @Override
    public String toString() {
        return body.toString();
    }
}
