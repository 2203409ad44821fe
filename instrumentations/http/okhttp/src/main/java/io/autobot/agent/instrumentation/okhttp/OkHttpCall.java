package io.autobot.agent.instrumentation.okhttp;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpTransport;
import java.io.InterruptedIOException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Sink;

/**
 * A call while its thread is among the interceptors, and afterwards for as long as the reply's body knows it. Interceptors
 * may make calls themselves: each thread has a stack of them.
 */
public final class OkHttpCall {
    private static final HttpTransport TRANSPORT = HttpDomain.transport("okhttp");
    private static final ThreadLocal<OkHttpCall> CURRENT = new ThreadLocal<>();

    private final Call call;
    private final HttpExchange exchange;
    private final OkHttpCall outer;
    private final long start = System.nanoTime();

    private OkHttpCall(Call call, HttpExchange exchange, OkHttpCall outer) {
        this.call = call;
        this.exchange = exchange;
        this.outer = outer;
    }

    /** {@code null} to leave the call alone; one without an exchange hides the call of the interceptor around it. */
    static OkHttpCall open(Call call) {
        Request request = call.request();
        HttpUrl url = request.url();
        HttpExchange exchange = request.header("Upgrade") != null
                ? null
                : TRANSPORT.open(request.method(), url.scheme(), url.host(), url.port(), url.encodedPath());
        OkHttpCall outer = CURRENT.get();
        if (exchange == null && outer == null) {
            return null;
        }
        OkHttpCall opened = new OkHttpCall(call, exchange, outer);
        CURRENT.set(opened);
        return opened;
    }

    /** The innermost of this thread, {@code null} if there is none. */
    static OkHttpCall current() {
        return CURRENT.get();
    }

    /** What the body is to be written to, {@code null} if nobody wants to see it. */
    Sink requestBody(Request request, Sink sink) {
        BodyTap tap = exchange == null || sink == null
                ? null
                : exchange.request(request.header("Content-Type"), request.header("Content-Encoding"));
        return tap == null ? null : new ObservedSink(sink, tap);
    }

    /** The head is there, or there will be none. What the application is to get, {@code null} for what it gets anyway. */
    Response replied(Response response, Throwable thrown) {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        if (exchange == null) {
            return null;
        }
        if (thrown != null || response == null) {
            if (call.isCanceled() && !isTimeout(thrown) && !CallTimeout.hasPassed(call, start)) {
                exchange.cancel();
            } else {
                exchange.fail(thrown);
            }
            return null;
        }
        BodyTap tap = exchange.response(response.code(), response::header);
        ResponseBody body = response.body();
        if (body == null) {
            exchange.end();
            return null;
        }
        if (exchange.endIfBodyless(response.request().method(), response.code(), body.contentLength())) {
            return null;
        }
        return response.newBuilder().body(new ObservedReply(body, this, tap)).build();
    }

    /** The last byte of the reply was read. */
    void end() {
        exchange.end();
    }

    /** The reply was closed. */
    void closed() {
        exchange.cancel();
    }

    /** Reading the reply threw this. */
    void failed(Throwable thrown) {
        if (call.isCanceled() && !isTimeout(thrown)) {
            exchange.cancel();
        } else {
            exchange.fail(thrown);
        }
    }

    /** A call whose own time is up cancels itself, and says so from 3.14 on. */
    private static boolean isTimeout(Throwable thrown) {
        return thrown instanceof InterruptedIOException && "timeout".equals(thrown.getMessage());
    }
}
