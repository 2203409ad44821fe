package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.http.BodyTap;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;

/**
 * Shows buffers, Netty's or Vert.x's own: which of them the client writes depends on its release. Neither indexes nor
 * counts of references change.
 */
final class Buffers {
    private Buffers() {}

    /** The readable bytes. */
    static void show(Object piece, BodyTap tap) {
        if (piece instanceof ByteBuf) {
            ByteBuf buffer = (ByteBuf) piece;
            int from = buffer.readerIndex();
            tap.copied(buffer, from, from + buffer.readableBytes(), ByteBuf::getBytes);
        } else {
            Buffer buffer = (Buffer) piece;
            tap.copied(
                    buffer,
                    0,
                    buffer.length(),
                    (bytes, at, into, start, length) -> bytes.getBytes(at, at + length, into, start));
        }
    }
}
