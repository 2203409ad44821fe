package io.autobot.agent.http;

import java.io.IOException;
import java.io.OutputStream;

/** Shows a body's bytes as they are written, then hands them on. The end is the caller's to tell. One thread at a time. */
public final class ObservedOutputStream extends OutputStream {
    private final OutputStream out;
    private final BodyTap tap;

    public ObservedOutputStream(OutputStream out, BodyTap tap) {
        this.out = out;
        this.tap = tap;
    }

    @Override
    public void write(int value) throws IOException {
        tap.one(value);
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (offset >= 0 && count <= bytes.length - offset) {
            tap.bytes(bytes, offset, offset + count);
        }
        out.write(bytes, offset, count);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
