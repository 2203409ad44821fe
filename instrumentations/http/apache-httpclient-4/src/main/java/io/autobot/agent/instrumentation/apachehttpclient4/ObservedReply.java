package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.ObservedInputStream;
import io.autobot.agent.http.ObservedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** A reply's body as the application reads it, decoded where the client has done so. A body that can be read again is seen once. */
final class ObservedReply extends HttpEntityWrapper {
    private final ClassicCall call;
    private final BodyTap tap;
    private boolean given;

    ObservedReply(HttpEntity body, ClassicCall call, BodyTap tap) {
        super(body);
        this.call = call;
        this.tap = tap;
    }

    @Override
    public InputStream getContent() throws IOException {
        InputStream content = super.getContent();
        if (content == null || given && isRepeatable()) {
            return content;
        }
        given = true;
        return new ObservedInputStream(content, call.exchange(), tap, getContentLength()) {
            @Override
            protected void failed(Throwable failure) {
                call.failed(failure);
            }
        };
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        boolean shown = out != null && tap != null && !(given && isRepeatable());
        given = true;
        try {
            super.writeTo(shown ? new ObservedOutputStream(out, tap) : out);
        } catch (IOException | RuntimeException | Error failure) {
            call.failed(failure);
            throw failure;
        }
        call.exchange().end();
    }

    @Override
    @Deprecated
    public void consumeContent() throws IOException {
        call.exchange().cancel();
        super.consumeContent();
    }
}
