package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIAuthority;

/**
 * What happens to a call of a minimal client. The request is known when the client asks for it, before it does anything
 * else; of a call that nobody claims all goes by.
 */
final class ObservedHandler implements AsyncClientExchangeHandler {
    private final AsyncClientExchangeHandler handler;
    private volatile HttpExchange exchange;
    private volatile Sending sending;
    private volatile BodyTap tap;

    ObservedHandler(AsyncClientExchangeHandler handler) {
        this.handler = handler;
    }

    /** The client has begun with the call, or refused to. */
    void executed(Cancellable handle, Throwable thrown) {
        HttpExchange call = exchange;
        if (call != null) {
            if (thrown != null) {
                call.fail(thrown);
            } else {
                Cancellables.put(handle, call);
            }
        }
    }

    private void open(HttpRequest request, EntityDetails body) {
        URIAuthority authority = request.getAuthority();
        HttpExchange call = authority == null
                ? null
                : Calls.open(request, request.getScheme(), authority.getHostName(), authority.getPort());
        if (call != null) {
            sending = body == null ? null : new Sending(call, request, body);
            exchange = call;
        }
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        handler.produceRequest(
                (request, body, inContext) -> {
                    open(request, body);
                    channel.sendRequest(request, body, inContext);
                },
                context);
    }

    @Override
    public int available() {
        return handler.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        Sending body = sending;
        handler.produce(body == null ? channel : body.show(channel));
    }

    @Override
    public void consumeInformation(HttpResponse response, HttpContext context) throws HttpException, IOException {
        handler.consumeInformation(response, context);
    }

    @Override
    public void consumeResponse(HttpResponse response, EntityDetails body, HttpContext context)
            throws HttpException, IOException {
        HttpExchange call = exchange;
        if (call != null) {
            tap = call.response(response.getCode(), Calls.headers(response, body));
            if (body == null) {
                call.end();
            }
        }
        handler.consumeResponse(response, body, context);
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        handler.updateCapacity(channel);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        BodyTap reply = tap;
        if (reply != null) {
            reply.bytes(bytes);
        }
        handler.consume(bytes);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
        HttpExchange call = exchange;
        if (call != null) {
            call.end();
        }
        handler.streamEnd(trailers);
    }

    @Override
    public void failed(Exception cause) {
        HttpExchange call = exchange;
        if (call != null) {
            call.fail(cause);
        }
        handler.failed(cause);
    }

    @Override
    public void cancel() {
        HttpExchange call = exchange;
        if (call != null) {
            call.cancel();
        }
        handler.cancel();
    }

    @Override
    public void releaseResources() {
        handler.releaseResources();
    }
}
