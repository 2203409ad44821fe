package io.autobot.agent.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Reads {@code application/vnd.amazon.eventstream} and checks both checksums of each frame. */
final class EventStreamReader {
    record Frame(Map<String, String> headers, String payload) {}

    private EventStreamReader() {}

    static List<Frame> read(byte[] body) {
        List<Frame> frames = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(body);
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            int total = bytes.getInt();
            int headersLength = bytes.getInt();
            check(body, start, 8, bytes.getInt());
            int headersEnd = bytes.position() + headersLength;
            Map<String, String> headers = new HashMap<>();
            while (bytes.position() < headersEnd) {
                String name = text(bytes, bytes.get());
                if (bytes.get() != 7) {
                    throw new AssertionError("header " + name + " is no text");
                }
                headers.put(name, text(bytes, bytes.getShort()));
            }
            String payload = text(bytes, start + total - 4 - bytes.position());
            check(body, start, total - 4, bytes.getInt());
            frames.add(new Frame(headers, payload));
        }
        return frames;
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static void check(byte[] body, int from, int length, int expected) {
        CRC32 crc = new CRC32();
        crc.update(body, from, length);
        if ((int) crc.getValue() != expected) {
            throw new AssertionError("wrong checksum at " + from);
        }
    }
}
