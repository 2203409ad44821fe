package io.autobot.agent.instrumentation.httpurlconnection;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpTransport;
import io.autobot.agent.http.ObservedInputStream;
import io.autobot.agent.http.ObservedOutputStream;
import io.autobot.agent.spi.StateMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URL;

/** The one call of a connection. Knows nothing that knows the connection, so that both can be collected. */
public final class UrlCall {
    private static final HttpTransport TRANSPORT = HttpDomain.transport("http-url-connection");
    private static final StateMap<HttpURLConnection, UrlCall> CALLS = new StateMap<>();

    private final HttpExchange exchange;
    private BodyTap request;
    private volatile boolean replied;
    /** The library is reading the reply of an error for itself, ahead of the application. */
    private volatile boolean readAhead;

    private UrlCall(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** The call of a connection, {@code null} if nobody wants to see it. */
    static UrlCall of(HttpURLConnection connection) {
        return CALLS.get(connection);
    }

    /** As {@link #of}, of a connection that may not have begun one. */
    static UrlCall open(HttpURLConnection connection) {
        return open(connection, connection.getRequestMethod());
    }

    /** As {@link #open}; the library is about to make a GET with a body a POST, for backward compatibility. */
    static UrlCall openForOutput(HttpURLConnection connection) {
        String method = connection.getRequestMethod();
        return open(connection, method.equals("GET") ? "POST" : method);
    }

    /** As {@link #open}, before anybody has asked for a stream. */
    static UrlCall connecting(HttpURLConnection connection) {
        return connection.getDoOutput() ? openForOutput(connection) : open(connection);
    }

    private static UrlCall open(HttpURLConnection connection, String method) {
        UrlCall known = CALLS.get(connection);
        if (known != null) {
            return known;
        }
        URL url = connection.getURL();
        HttpExchange exchange = TRANSPORT.open(method, url.getProtocol(), url.getHost(), url.getPort(), url.getPath());
        if (exchange == null) {
            return null;
        }
        UrlCall opened = new UrlCall(exchange);
        CALLS.put(connection, opened);
        return opened;
    }

    private BodyTap begin(HttpURLConnection connection) {
        return exchange.request(
                connection.getRequestProperty("Content-Type"), connection.getRequestProperty("Content-Encoding"));
    }

    /** A whole body is sent. */
    void sends(HttpURLConnection connection, ByteArrayOutputStream body) throws IOException {
        BodyTap tap = begin(connection);
        if (tap != null) {
            body.writeTo(new ObservedOutputStream(OutputStream.nullOutputStream(), tap));
            tap.end();
        }
    }

    /** A part of a body is sent. */
    void wrote(HttpURLConnection connection, byte[] bytes, int offset, int count) {
        BodyTap tap = streaming(connection);
        if (tap != null) {
            tap.bytes(bytes, offset, offset + count);
        }
    }

    /** One byte of a body is sent. */
    void wrote(HttpURLConnection connection, int value) {
        BodyTap tap = streaming(connection);
        if (tap != null) {
            tap.one(value);
        }
    }

    private BodyTap streaming(HttpURLConnection connection) {
        if (request == null) {
            request = begin(connection);
        }
        return request;
    }

    /** The last part of a body is sent. */
    void wroteAll() {
        if (request != null) {
            request.end();
        }
    }

    /** The final reply's head is there. What its body is to be read from, {@code null} for the one that it has. */
    InputStream replied(HttpURLConnection connection, InputStream body) {
        replied = true;
        readAhead = true;
        int status = status(connection);
        // The connection has the stream that is asked for here, and does not ask the server.
        BodyTap tap = exchange.response(status, connection::getHeaderField);
        long length = connection.getContentLengthLong();
        return exchange.endIfBodyless(connection.getRequestMethod(), status, length)
                ? null
                : new Reply(body, exchange, tap, length);
    }

    private static int status(HttpURLConnection connection) {
        try {
            return connection.getResponseCode();
        } catch (IOException impossible) {
            return 0;
        }
    }

    /** A stream to read from is there, or there will be none; replies with an error are told by an exception as well. */
    void asked(HttpURLConnection connection, Throwable thrown) {
        readAhead = false;
        if (thrown == null || replied) {
            return;
        }
        if (wantsBodyAgain(thrown)) {
            exchange.response(((HttpRetryException) thrown).responseCode(), connection::getHeaderField);
            exchange.end();
        } else {
            exchange.fail(thrown);
        }
    }

    /**
     * The server has answered that the request is to be sent elsewhere or with credentials, which cannot be where its
     * body was sent as it was written: the JDK keeps the reply's head and drops its body. What a proxy refuses never
     * came to the server.
     */
    private static boolean wantsBodyAgain(Throwable thrown) {
        return thrown instanceof HttpRetryException retry && retry.responseCode() != HttpURLConnection.HTTP_PROXY_AUTH;
    }

    /** There is no connection, or no stream to write to. */
    void failed(Throwable thrown) {
        exchange.fail(thrown);
    }

    /** The application gives up. */
    void disconnected() {
        exchange.cancel();
    }

    private final class Reply extends ObservedInputStream {
        Reply(InputStream body, HttpExchange exchange, BodyTap tap, long length) {
            super(body, exchange, tap, length);
        }

        @Override
        protected void failed(Throwable failure) {
            // Reading ahead, the library is in a hurry, and goes on or leaves the rest to the application.
            if (!readAhead || !(failure instanceof SocketTimeoutException)) {
                super.failed(failure);
            }
        }
    }
}
