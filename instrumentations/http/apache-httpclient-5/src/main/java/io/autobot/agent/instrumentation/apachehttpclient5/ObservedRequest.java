package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.ObservedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Shows a request's body to the agent each time it is written. */
final class ObservedRequest extends HttpEntityWrapper {
    private final HttpExchange exchange;
    private final String contentType;
    private final String contentEncoding;

    ObservedRequest(HttpEntity body, HttpExchange exchange, ClassicHttpRequest request) {
        super(body);
        this.exchange = exchange;
        this.contentType = Calls.contentType(request, body);
        this.contentEncoding = Calls.contentEncoding(request, body);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        BodyTap tap = out == null ? null : exchange.request(contentType, contentEncoding);
        if (tap == null) {
            super.writeTo(out);
        } else {
            super.writeTo(new ObservedOutputStream(out, tap));
            tap.end();
        }
    }
}
