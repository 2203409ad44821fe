package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpHeaders;
import io.autobot.agent.http.HttpTransport;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.MessageHeaders;

/** What classic and asynchronous calls share. */
final class Calls {
    private static final HttpTransport TRANSPORT = HttpDomain.transport("apache-httpclient-5");

    private Calls() {}

    static HttpExchange open(HttpRequest request, String scheme, String host, int port) {
        return TRANSPORT.open(request.getMethod(), scheme, host, port, pathOf(request.getPath()));
    }

    private static String pathOf(String target) {
        int query = target == null ? -1 : target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /**
     * A reply's headers. What the client decodes has no encoding left, but not all releases take the header away (5.6).
     */
    static HttpHeaders headers(MessageHeaders reply, EntityDetails body) {
        return name ->
                body != null && name.equals("content-encoding") ? body.getContentEncoding() : header(reply, name);
    }

    /** The client lets headers of the request go before those of its body. */
    static String contentType(HttpRequest request, EntityDetails body) {
        String header = header(request, "content-type");
        return header != null ? header : body.getContentType();
    }

    /** As {@link #contentType}. */
    static String contentEncoding(HttpRequest request, EntityDetails body) {
        String header = header(request, "content-encoding");
        return header != null ? header : body.getContentEncoding();
    }

    private static String header(MessageHeaders message, String name) {
        Header header = message.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
