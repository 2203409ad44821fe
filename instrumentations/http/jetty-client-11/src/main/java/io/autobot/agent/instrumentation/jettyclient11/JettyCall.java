package io.autobot.agent.instrumentation.jettyclient11;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpRequestException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.api.ContentResponse;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.client.api.Result;
import org.eclipse.jetty.http.HttpField;

/**
 * A call, from its first request to the end of the last reply. One of the first request's listeners, which hear of
 * nothing but the last reply.
 */
final class JettyCall
        implements Response.HeaderListener,
                Response.HeadersListener,
                Response.SuccessListener,
                Response.CompleteListener {
    private static final String ENCODING = "content-encoding";

    private final HttpExchange exchange;
    private volatile String encoding;
    private volatile Response reply;
    private volatile BodyTap replyTap;
    private volatile Request begun;
    private volatile BodyTap requestTap;

    JettyCall(HttpExchange exchange) {
        this.exchange = exchange;
    }

    boolean isOpen() {
        return exchange.isOpen();
    }

    /** Bytes of a request's body on their way out; another request, another body. */
    void sending(Request request, ByteBuffer piece, boolean last) {
        if (piece.hasRemaining()) {
            if (begun != request) {
                begun = request;
                Iterable<HttpField> headers = request.getHeaders();
                requestTap = exchange.request(first(headers, "content-type"), first(headers, ENCODING));
            }
            if (requestTap != null) {
                requestTap.bytes(piece);
            }
        }
        if (last && requestTap != null) {
            requestTap.end();
        }
    }

    /** Where Jetty decodes the body, it takes the header away before the head is complete (late 11). */
    @Override
    public boolean onHeader(Response response, HttpField field) {
        if (ENCODING.equalsIgnoreCase(field.getName())) {
            encoding = field.getValue();
        }
        return true;
    }

    @Override
    public void onHeaders(Response response) {
        Iterable<HttpField> headers = response.getHeaders();
        // A reply that the client thought to answer itself comes late, its body with it, as far as it was decoded.
        boolean comesWhole = response instanceof ContentResponse;
        String coded = comesWhole ? null : encoding;
        BodyTap tap =
                exchange.response(response.getStatus(), name -> name.equals(ENCODING) ? coded : first(headers, name));
        if (comesWhole) {
            byte[] content = ((ContentResponse) response).getContent();
            if (tap != null && content != null) {
                tap.bytes(content, 0, content.length);
            }
        } else {
            replyTap = tap;
            reply = response;
        }
        exchange.endIfBodyless(
                response.getRequest().getMethod(), response.getStatus(), first(headers, "content-length"));
    }

    /** Bytes of a body, of which those of a reply that the client answers itself are not the application's. */
    void received(Response response, ByteBuffer piece) {
        if (reply == response) {
            BodyTap tap = replyTap;
            if (tap != null) {
                tap.bytes(piece);
            }
        }
    }

    @Override
    public void onSuccess(Response response) {
        exchange.end();
    }

    @Override
    public void onComplete(Result result) {
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

    /** Jetty's headers are a class in 9.4 and an interface since; what both are can be called in both. */
    private static String first(Iterable<HttpField> headers, String name) {
        for (HttpField field : headers) {
            if (name.equalsIgnoreCase(field.getName())) {
                return field.getValue();
            }
        }
        return null;
    }
}
