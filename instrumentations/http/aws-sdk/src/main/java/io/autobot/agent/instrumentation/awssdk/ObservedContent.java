package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.InputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Shows a request's body to the agent each time the HTTP client asks for it. */
final class ObservedContent implements ContentStreamProvider {
    private final ContentStreamProvider content;
    private final SdkHttpRequest request;
    private final HttpExchange exchange;

    ObservedContent(ContentStreamProvider content, SdkHttpRequest request, HttpExchange exchange) {
        this.content = content;
        this.request = request;
        this.exchange = exchange;
    }

    @Override
    public InputStream newStream() {
        InputStream stream = content.newStream();
        BodyTap tap = stream == null ? null : Exchanges.request(exchange, request);
        return tap == null ? stream : new Shown(stream, tap, Exchanges.length(request));
    }

    private static final class Shown extends ObservedStream {
        private final BodyTap tap;

        Shown(InputStream stream, BodyTap tap, long length) {
            super(stream, tap, length);
            this.tap = tap;
        }

        @Override
        protected void ended() {
            tap.end();
        }
    }
}
