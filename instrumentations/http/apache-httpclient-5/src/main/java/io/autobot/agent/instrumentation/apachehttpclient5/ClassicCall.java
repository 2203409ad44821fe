package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;

/**
 * One call of a classic client. The application's request carries the observed body while the client copies and sends
 * it, and has its own again when the call returns.
 */
final class ClassicCall {
    private final HttpExchange exchange;
    private final ClassicHttpRequest request;
    private final HttpEntity body;
    private final HttpEntity observed;

    private ClassicCall(HttpExchange exchange, ClassicHttpRequest request) {
        this.exchange = exchange;
        this.request = request;
        this.body = request.getEntity();
        this.observed = body == null ? null : new ObservedRequest(body, exchange, request);
    }

    /** {@code null} to leave the call alone. */
    static ClassicCall open(HttpHost target, ClassicHttpRequest request) {
        if (request == null) {
            return null;
        }
        HttpExchange exchange = open(target, request.getAuthority(), request);
        if (exchange == null) {
            return null;
        }
        ClassicCall call = new ClassicCall(exchange, request);
        if (call.observed != null) {
            request.setEntity(call.observed);
        }
        return call;
    }

    private static HttpExchange open(HttpHost target, URIAuthority authority, ClassicHttpRequest request) {
        if (target != null) {
            return Calls.open(request, target.getSchemeName(), target.getHostName(), target.getPort());
        }
        return authority == null
                ? null
                : Calls.open(request, request.getScheme(), authority.getHostName(), authority.getPort());
    }

    void executed(CloseableHttpResponse response, Throwable thrown) {
        if (observed != null && request.getEntity() == observed) {
            request.setEntity(body);
        }
        if (thrown != null) {
            failed(thrown);
        } else if (response != null) {
            HttpEntity reply = response.getEntity();
            BodyTap tap = exchange.response(response.getCode(), Calls.headers(response, reply));
            if (reply == null || reply.getContentLength() == 0) {
                exchange.end();
            } else {
                response.setEntity(new ObservedReply(reply, this, tap));
            }
        }
    }

    HttpExchange exchange() {
        return exchange;
    }

    /** The client fails what the application cancels. */
    void failed(Throwable failure) {
        if (request instanceof CancellableDependency && ((CancellableDependency) request).isCancelled()
                || failure instanceof RequestFailedException && failure.getCause() instanceof InterruptedException) {
            exchange.cancel();
        } else {
            exchange.fail(failure);
        }
    }
}
