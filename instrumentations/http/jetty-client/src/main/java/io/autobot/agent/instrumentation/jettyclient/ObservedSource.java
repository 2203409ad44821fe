package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.http.BodyTap;
import io.autobot.agent.http.HttpExchange;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;

/** Shows each chunk of a reply's body to the agent when the application reads it. */
final class ObservedSource implements Content.Source, Invocable {
    private final Content.Source source;
    private final HttpExchange exchange;
    private final BodyTap tap;

    /** @param tap {@code null} if nobody reads the body; its end is seen all the same */
    ObservedSource(Content.Source source, HttpExchange exchange, BodyTap tap) {
        this.source = source;
        this.exchange = exchange;
        this.tap = tap;
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = source.read();
        if (chunk == null) {
            return null;
        }
        Throwable failure = chunk.getFailure();
        if (failure == null) {
            if (tap != null && chunk.hasRemaining()) {
                tap.bytes(chunk.getByteBuffer());
            }
            if (chunk.isLast()) {
                exchange.end();
            }
        }
        // Why it failed is told when the request is complete.
        return chunk;
    }

    @Override
    public void fail(Throwable failure) {
        exchange.cancel();
        source.fail(failure);
    }

    @Override
    public void fail(Throwable failure, boolean last) {
        if (last) {
            exchange.cancel();
        }
        source.fail(failure, last);
    }

    @Override
    public void demand(Runnable callback) {
        source.demand(callback);
    }

    @Override
    public long getLength() {
        return source.getLength();
    }

    @Override
    public boolean rewind() {
        return source.rewind();
    }

    @Override
    public InvocationType getInvocationType() {
        return Invocable.getInvocationType(source);
    }
}
