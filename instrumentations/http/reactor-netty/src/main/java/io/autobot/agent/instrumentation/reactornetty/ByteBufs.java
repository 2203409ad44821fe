package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.http.BodyTap;
import io.netty.buffer.ByteBuf;

/** Shows Netty's buffers as they are: neither their indexes nor their counts of references change. */
final class ByteBufs {
    private ByteBufs() {}

    /** The readable bytes. */
    static void show(ByteBuf buffer, BodyTap tap) {
        int from = buffer.readerIndex();
        int length = buffer.readableBytes();
        if (length == 0) {
            return;
        }
        if (buffer.hasArray()) {
            int start = buffer.arrayOffset() + from;
            tap.bytes(buffer.array(), start, start + length);
        } else {
            tap.copied(buffer, from, from + length, ByteBuf::getBytes);
        }
    }
}
