package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;

/**
 * One call of a classic client. The application's request carries the observed body while the client wraps and sends
 * it, and has its own again when the call returns.
 */
final class ClassicCall {
    private final HttpExchange exchange;
    private final HttpRequest request;
    private HttpEntity body;
    private HttpEntity observed;

    private ClassicCall(HttpExchange exchange, HttpRequest request) {
        this.exchange = exchange;
        this.request = request;
    }

    /** {@code null} to leave the call alone. */
    static ClassicCall open(HttpHost target, HttpRequest request) {
        HttpExchange exchange = request == null ? null : Calls.open(target, request);
        if (exchange == null) {
            return null;
        }
        ClassicCall call = new ClassicCall(exchange, request);
        if (request instanceof HttpEntityEnclosingRequest) {
            call.observe((HttpEntityEnclosingRequest) request);
        }
        return call;
    }

    private void observe(HttpEntityEnclosingRequest enclosing) {
        body = enclosing.getEntity();
        if (body != null) {
            observed = new ObservedRequest(body, exchange, enclosing);
            enclosing.setEntity(observed);
        }
    }

    /** The response to go on with, {@code null} for the library's own. */
    CloseableHttpResponse executed(CloseableHttpResponse response, Throwable thrown) {
        if (observed != null) {
            HttpEntityEnclosingRequest enclosing = (HttpEntityEnclosingRequest) request;
            if (enclosing.getEntity() == observed) {
                enclosing.setEntity(body);
            }
        }
        if (thrown != null) {
            failed(thrown);
            return null;
        }
        return response == null ? null : replied(response);
    }

    private CloseableHttpResponse replied(CloseableHttpResponse response) {
        BodyTap tap = exchange.response(response.getStatusLine().getStatusCode(), Calls.headers(response));
        HttpEntity reply = response.getEntity();
        if (reply == null || reply.getContentLength() == 0) {
            exchange.end();
            return null;
        }
        response.setEntity(new ObservedReply(reply, this, tap));
        return new ObservedResponse(response, exchange);
    }

    HttpExchange exchange() {
        return exchange;
    }

    /** The client fails what the application aborts. */
    void failed(Throwable failure) {
        if (request instanceof HttpExecutionAware && ((HttpExecutionAware) request).isAborted()
                || Calls.isInterrupted(failure)) {
            exchange.cancel();
        } else {
            exchange.fail(failure);
        }
    }
}
