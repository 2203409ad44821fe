package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.http.BodyTap;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;

/**
 * Shows the buffers of one body, Netty's or Vert.x's own: which of them the client writes depends on its release.
 * Neither indexes nor counts of references change.
 */
final class ShownBuffers {
    private static final int CHUNK = 4096;

    private final BodyTap tap;
    private final byte[] chunk = new byte[CHUNK];

    private ShownBuffers(BodyTap tap) {
        this.tap = tap;
    }

    /** {@code null} if nobody reads the body. */
    static ShownBuffers to(BodyTap tap) {
        return tap == null ? null : new ShownBuffers(tap);
    }

    void show(Object piece) {
        if (piece instanceof ByteBuf) {
            ByteBuf buffer = (ByteBuf) piece;
            int length = buffer.readableBytes();
            for (int at = 0; at < length; at += CHUNK) {
                int count = Math.min(CHUNK, length - at);
                buffer.getBytes(buffer.readerIndex() + at, chunk, 0, count);
                tap.bytes(chunk, 0, count);
            }
        } else {
            Buffer buffer = (Buffer) piece;
            int length = buffer.length();
            for (int at = 0; at < length; at += CHUNK) {
                int count = Math.min(CHUNK, length - at);
                buffer.getBytes(at, at + count, chunk, 0);
                tap.bytes(chunk, 0, count);
            }
        }
    }

    void end() {
        tap.end();
    }
}
