package io.autobot.agent.simulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The binary frames of {@code application/vnd.amazon.eventstream}: lengths of frame and headers, their checksum,
 * headers, payload, checksum of all before it.
 */
public final class EventStream {
    /** An event name that starts so is sent as an exception. */
    public static final String EXCEPTION = "!";

    private static final byte TEXT = 7;

    private EventStream() {}

    /** One frame with a JSON payload. */
    public static byte[] frame(String event, byte[] payload) {
        boolean exception = event.startsWith(EXCEPTION);
        byte[] headers = Framing.Bytes.join(
                exception ? header(":exception-type", event.substring(1)) : header(":event-type", event),
                header(":content-type", "application/json"),
                header(":message-type", exception ? "exception" : "event"));
        ByteBuffer frame = ByteBuffer.allocate(16 + headers.length + payload.length);
        frame.putInt(frame.capacity()).putInt(headers.length);
        frame.putInt(checksum(frame));
        frame.put(headers).put(payload);
        frame.putInt(checksum(frame));
        return frame.array();
    }

    private static byte[] header(String name, String value) {
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + key.length + text.length)
                .put((byte) key.length)
                .put(key)
                .put(TEXT)
                .putShort((short) text.length)
                .put(text)
                .array();
    }

    private static int checksum(ByteBuffer writtenSoFar) {
        CRC32 crc = new CRC32();
        crc.update(writtenSoFar.array(), 0, writtenSoFar.position());
        return (int) crc.getValue();
    }
}
