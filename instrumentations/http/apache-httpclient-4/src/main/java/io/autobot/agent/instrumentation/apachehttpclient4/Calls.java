package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpHeaders;
import io.autobot.agent.http.HttpTransport;
import java.net.URI;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpMessage;
import org.apache.http.HttpRequest;
import org.apache.http.RequestLine;
import org.apache.http.client.methods.HttpUriRequest;

/** What classic and asynchronous calls share. */
final class Calls {
    private static final HttpTransport TRANSPORT = HttpDomain.transport("apache-httpclient-4");

    private Calls() {}

    /** An absolute URI of the request goes before the target, as a proxy's would be; both name the same host. */
    static HttpExchange open(HttpHost target, HttpRequest request) {
        if (request instanceof HttpUriRequest) {
            HttpUriRequest known = (HttpUriRequest) request;
            URI uri = known.getURI();
            return uri == null ? null : open(target, known.getMethod(), uri);
        }
        RequestLine line = request.getRequestLine();
        String uri = line.getUri();
        if (uri.startsWith("/")) {
            return target == null
                    ? null
                    : TRANSPORT.open(
                            line.getMethod(),
                            target.getSchemeName(),
                            target.getHostName(),
                            target.getPort(),
                            withoutQuery(uri));
        }
        return open(target, line.getMethod(), URI.create(uri));
    }

    private static HttpExchange open(HttpHost target, String method, URI uri) {
        if (target != null) {
            return TRANSPORT.open(
                    method, target.getSchemeName(), target.getHostName(), target.getPort(), uri.getRawPath());
        }
        return TRANSPORT.open(method, uri.getScheme(), uri.getHost(), uri.getPort(), uri.getRawPath());
    }

    private static String withoutQuery(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    static HttpHeaders headers(HttpMessage message) {
        return name -> value(message.getFirstHeader(name));
    }

    /** The client lets headers of the request go before those of its body. */
    static String contentType(HttpMessage request, HttpEntity body) {
        String header = value(request.getFirstHeader("content-type"));
        return header != null || body == null ? header : value(body.getContentType());
    }

    /** As {@link #contentType}. */
    static String contentEncoding(HttpMessage request, HttpEntity body) {
        String header = value(request.getFirstHeader("content-encoding"));
        return header != null || body == null ? header : value(body.getContentEncoding());
    }

    /** Whether the application's thread was told to stop waiting for a connection. */
    static boolean isInterrupted(Throwable failure) {
        return failure.getCause() instanceof InterruptedException;
    }

    private static String value(Header header) {
        return header == null ? null : header.getValue();
    }
}
