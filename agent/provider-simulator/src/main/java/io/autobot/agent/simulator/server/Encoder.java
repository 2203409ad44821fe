package io.autobot.agent.simulator.server;

import io.autobot.agent.simulator.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** A content encoding that lets out all it was given with each call, so that a stream stays one. */
final class Encoder {
    private final String name;
    private final boolean readable;
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    private final DeflaterOutputStream deflater;
    private boolean finished;

    private Encoder(String name, boolean readable) {
        this.name = name;
        this.readable = readable;
        this.deflater = "gzip".equals(name) ? gzip() : "deflate".equals(name) ? deflate() : null;
    }

    static Encoder of(Behaviour behaviour) {
        if (behaviour.has("brokengzip")) {
            return new Encoder("gzip", false);
        }
        for (String one : new String[] {"gzip", "deflate", "br", "zstd"}) {
            if (behaviour.has(one)) {
                return new Encoder(one, one.equals("gzip") || one.equals("deflate"));
            }
        }
        return new Encoder(null, true);
    }

    private DeflaterOutputStream gzip() {
        try {
            return new GZIPOutputStream(encoded, 512, true);
        } catch (IOException e) {
            throw new IllegalStateException("an array does not fail", e);
        }
    }

    private DeflaterOutputStream deflate() {
        return new DeflaterOutputStream(encoded, new Deflater(), 512, true);
    }

    /** For the header, or null. */
    String name() {
        return name;
    }

    /** Whether a client can undo it. */
    boolean readable() {
        return readable;
    }

    byte[] encode(byte[] bytes, boolean last) throws IOException {
        if (name == null) {
            return bytes;
        }
        if (deflater == null) {
            return opaque(bytes, 0);
        }
        if (finished) {
            return new byte[0];
        }
        deflater.write(bytes);
        if (last) {
            deflater.finish();
            finished = true;
        } else {
            deflater.flush();
        }
        byte[] all = encoded.toByteArray();
        encoded.reset();
        // The header of a broken one stays whole: it is taken for gzip until the data fails.
        return readable ? all : opaque(all, Math.max(10, all.length / 2));
    }

    private static byte[] opaque(byte[] bytes, int from) {
        byte[] other = bytes.clone();
        for (int i = from; i < other.length; i++) {
            other[i] ^= (byte) 0xa5;
        }
        return other;
    }
}
