package io.autobot.agent.framing;

import io.autobot.agent.http.ByteSink;
import java.util.Arrays;

/** Base64 (RFC 4648) decoded as it arrives, cut anywhere; what is no letter of it is passed over. */
public final class Base64Stream implements ByteSink {
    private static final int CHUNK = 384;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] DIGITS = digits();

    private final ByteSink reader;
    private final byte[] out = new byte[CHUNK];
    private int length;
    private int bits;
    private int held;

    /** Feeds what is decoded to a reader. */
    public Base64Stream(ByteSink reader) {
        this.reader = reader;
    }

    @Override
    public void bytes(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            int digit = digit(bytes[at]);
            if (digit >= 0) {
                held = held << 6 | digit;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    put((byte) (held >> bits));
                }
            }
        }
    }

    private void put(byte b) {
        out[length++] = b;
        if (length == CHUNK) {
            flush();
        }
    }

    private void flush() {
        reader.bytes(out, 0, length);
        length = 0;
    }

    /** The text ends; the next begins anew. */
    @Override
    public void end() {
        flush();
        bits = 0;
        held = 0;
        reader.end();
    }

    private static int digit(byte b) {
        return DIGITS[b & 0xff];
    }

    private static byte[] digits() {
        byte[] digits = new byte[256];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < LETTERS.length(); i++) {
            digits[LETTERS.charAt(i)] = (byte) i;
        }
        // As RFC 4648, section 5, has them.
        digits['-'] = 62;
        digits['_'] = 63;
        return digits;
    }
}
