package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpRequestException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.ResponseListeners;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;

/** A call, from its first request to the end of the last reply. */
final class JettyCall {
    private final HttpExchange exchange;
    private volatile Response reply;
    private volatile Request begun;
    private volatile BodyTap requestTap;

    JettyCall(HttpExchange exchange) {
        this.exchange = exchange;
    }

    boolean isOpen() {
        return exchange.isOpen();
    }

    /** The listeners of the first request hear of nothing but the last reply. */
    void listen(ResponseListeners listeners) {
        listeners.addHeadersListener(this::head);
        listeners.addCompleteListener(this::completed, false);
    }

    private void head(Response response) {
        reply = response;
        if (response instanceof ContentResponse) {
            // One that the client thought to answer itself comes late, its body with it, as far as it was decoded.
            BodyTap tap = response(response, true);
            byte[] content = ((ContentResponse) response).getContent();
            if (tap != null && content != null) {
                tap.bytes(content, 0, content.length);
            }
        }
    }

    private BodyTap response(Response response, boolean isDecoded) {
        HttpFields headers = response.getHeaders();
        return exchange.response(
                response.getStatus(), name -> isDecoded && name.equals("content-encoding") ? null : headers.get(name));
    }

    /** Bytes of a request's body on their way out; another request, another body. */
    void sending(Request request, ByteBuffer piece, boolean last) {
        if (piece.hasRemaining()) {
            if (begun != request) {
                begun = request;
                HttpFields headers = request.getHeaders();
                requestTap = exchange.request(headers.get("content-type"), headers.get("content-encoding"));
            }
            if (requestTap != null) {
                requestTap.bytes(piece);
            }
        }
        if (last && requestTap != null) {
            requestTap.end();
        }
    }

    /** The source to go on with, {@code null} to leave it alone: the reply redirects, and is not the application's. */
    Content.Source observed(Response response, Content.Source source) {
        if (reply != response) {
            return null;
        }
        BodyTap tap = response(response, isDecoded(source));
        exchange.endIfBodyless(
                response.getRequest().getMethod(),
                response.getStatus(),
                response.getHeaders().get("content-length"));
        return new ObservedSource(source, exchange, tap);
    }

    /** Jetty 12.0 leaves the header where it was. The classes are private, and have had these names throughout. */
    private static boolean isDecoded(Content.Source source) {
        return source.getClass().getSimpleName().startsWith("Decod");
    }

    private void completed(Result result) {
        Throwable failure = result.getFailure();
        if (failure == null) {
            exchange.end();
        } else if (isGivenUp(failure, result.getRequest())) {
            exchange.cancel();
        } else {
            exchange.fail(failure);
        }
    }

    /**
     * Jetty aborts requests for these reasons, all others are the application's; and for a stream that it has closed,
     * when the next bytes come.
     */
    private static boolean isGivenUp(Throwable failure, Request request) {
        if (failure instanceof AsynchronousCloseException) {
            return true;
        }
        return request.getAbortCause() != null
                && !(failure instanceof IOException
                        || failure instanceof TimeoutException
                        || failure instanceof ExecutionException
                        || failure instanceof RejectedExecutionException
                        || failure instanceof HttpRequestException
                        || failure instanceof HttpResponseException);
    }
}
