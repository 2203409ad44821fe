package io.autobot.agent.http;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.spi.Causes;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One call that a protocol has claimed, as its transport tells it. Never throws, never keeps a buffer. The first of
 * {@link #end}, {@link #cancel} and {@link #fail} counts, further ones are passed over; any thread may call them.
 */
public final class HttpExchange {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int MAX_CAUSES = 8;

    private final HttpTransport transport;
    private final HttpConversation conversation;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile BodyTap response;

    HttpExchange(HttpTransport transport, HttpConversation conversation) {
        this.transport = transport;
        this.conversation = conversation;
    }

    /** Whether it has not ended. */
    public boolean isOpen() {
        return !ended.get();
    }

    /**
     * The transport begins to send the body, or begins once more.
     *
     * @param contentType the request's header, {@code null} if it is not known
     * @param contentEncoding the request's header, {@code null} if there is none
     * @return what to show the bytes to; {@code null} if nobody reads them
     */
    public BodyTap request(String contentType, String contentEncoding) {
        if (ended.get()) {
            return null;
        }
        try {
            ByteSink sink = conversation.requestBody(contentType);
            return sink == null ? null : tap(sink, contentEncoding);
        } catch (Throwable failure) {
            transport.failed("reading a request", failure);
            return null;
        }
    }

    /**
     * The head of the final reply is there. Called again, the later one counts.
     *
     * @param headers as the bytes will be: without {@code content-encoding} where the transport has decoded them
     * @return what to show the bytes of the body to; {@code null} if nobody reads them
     */
    public BodyTap response(int status, HttpHeaders headers) {
        if (ended.get()) {
            return null;
        }
        try {
            ByteSink sink = conversation.responseHead(status, headers);
            response = sink == null ? null : tap(sink, headers.first("content-encoding"));
            return response;
        } catch (Throwable failure) {
            transport.failed("reading the head of a reply", failure);
            return null;
        }
    }

    private BodyTap tap(ByteSink sink, String contentEncoding) {
        String encoding = contentEncoding == null ? "" : contentEncoding.trim().toLowerCase(Locale.ROOT);
        switch (encoding) {
            case "", "identity":
                return new BodyTap(transport, sink);
            case "gzip", "x-gzip":
                return new BodyTap(transport, Inflating.gzip(sink));
            case "deflate":
                return new BodyTap(transport, Inflating.deflate(sink));
            default:
                conversation.opaqueBody();
                transport.opaque(
                        encoding.equals("br") || encoding.equals("zstd")
                                ? encoding
                                : "other than gzip, deflate, br and zstd");
                return null;
        }
    }

    /**
     * The head of the reply says that there is no body (RFC 9110, sections 6.4.1 and 8.6), so that no end of one need be
     * waited for.
     *
     * @param method of the request
     * @param contentLength the reply's header, {@code null} if there is none
     * @return whether that ended the exchange
     */
    public boolean endIfBodyless(String method, int status, String contentLength) {
        return endIfBodyless(
                method, status, contentLength != null && contentLength.trim().equals("0") ? 0 : -1);
    }

    /**
     * As the other.
     *
     * @param length of the body as the library knows it, negative if it does not
     */
    public boolean endIfBodyless(String method, int status, long length) {
        boolean bodyless = status == NO_CONTENT || status == NOT_MODIFIED || "HEAD".equals(method) || length == 0;
        if (bodyless) {
            end();
        }
        return bodyless;
    }

    /** The last byte of the reply went by. */
    public void end() {
        finish(Ending.COMPLETE, null);
    }

    /** The application does not want the rest. */
    public void cancel() {
        finish(Ending.CANCELLED, null);
    }

    /** It broke off, or there never was a reply. */
    public void fail(Throwable failure) {
        finish(Ending.FAILED, failure);
    }

    /**
     * Fails or is cancelled together with what the application waits for. Success says nothing: bodies end by
     * themselves, later or not.
     */
    public void failsWith(CompletionStage<?> future) {
        future.whenComplete((reply, failure) -> {
            if (Causes.include(failure, CancellationException.class, MAX_CAUSES)) {
                cancel();
            } else if (failure != null) {
                fail(failure);
            }
        });
    }

    private void finish(Ending ending, Throwable failure) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        BodyTap body = response;
        if (body != null) {
            body.close(ending == Ending.COMPLETE);
        }
        try {
            conversation.ended(ending, failure);
        } catch (Throwable thrown) {
            transport.failed("ending an exchange", thrown);
        }
    }
}
