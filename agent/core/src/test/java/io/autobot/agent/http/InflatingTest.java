package io.autobot.agent.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class InflatingTest {
    private static final String TEXT = "what was packed is unpacked as it comes; ".repeat(400);

    /** Keeps what it is given. */
    private static final class Kept implements ByteSink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean ended;

        @Override
        public void bytes(byte[] part, int from, int to) {
            bytes.write(part, from, to - from);
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    private static String unpack(byte[] packed, int step, UnaryOperator<ByteSink> inflating) {
        Kept kept = new Kept();
        ByteSink sink = inflating.apply(kept);
        for (int at = 0; at < packed.length; at += step) {
            sink.bytes(packed, at, Math.min(packed.length, at + step));
        }
        sink.end();
        assertThat(kept.ended).isTrue();
        return kept.bytes.toString(UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packer = new GZIPOutputStream(out)) {
            packer.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void gzipInPiecesOfAnySizeAndInMembers() throws IOException {
        byte[] packed = join(gzip(TEXT), gzip("second"), gzip(""), gzip("last"));
        for (int step : new int[] {1, 2, 3, 7, 64, packed.length}) {
            assertThat(unpack(packed, step, Inflating::gzip)).isEqualTo(TEXT + "second" + "last");
        }
    }

    @Test
    void gzipWithEveryOptionalPartOfItsHead() throws IOException {
        byte[] plain = gzip(TEXT);
        byte[] head = plain.clone();
        head[3] = 2 | 4 | 8 | 16;
        byte[] packed = join(
                java.util.Arrays.copyOf(head, 10),
                new byte[] {3, 0, 'a', 'b', 'c'},
                "name\0".getBytes(UTF_8),
                "comment\0".getBytes(UTF_8),
                new byte[] {1, 2},
                java.util.Arrays.copyOfRange(plain, 10, plain.length));
        for (int step : new int[] {1, 5, packed.length}) {
            assertThat(unpack(packed, step, Inflating::gzip)).isEqualTo(TEXT);
        }
    }

    @Test
    void deflateWithAndWithoutItsHead() throws IOException {
        for (boolean bare : new boolean[] {false, true}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream packer = new DeflaterOutputStream(out, new Deflater(9, bare))) {
                packer.write(TEXT.getBytes(UTF_8));
            }
            for (int step : new int[] {1, 100, out.size()}) {
                assertThat(unpack(out.toByteArray(), step, Inflating::deflate))
                        .as("bare " + bare)
                        .isEqualTo(TEXT);
            }
        }
    }

    @Test
    void brokenDataEndsTheReadingWithoutAWord() throws IOException {
        assertThat(unpack("no gzip at all".getBytes(UTF_8), 3, Inflating::gzip)).isEmpty();
        byte[] packed = gzip(TEXT);
        packed[15] ^= 0x55;
        packed[20] ^= 0x55;
        packed[30] ^= 0x55;
        assertThat(TEXT.length())
                .isGreaterThanOrEqualTo(unpack(packed, 3, Inflating::gzip).length());
        byte[] half = java.util.Arrays.copyOf(gzip(TEXT), 40);
        assertThat(unpack(half, 7, Inflating::gzip)).isNotEqualTo(TEXT);
    }
}
