package io.autobot.agent.instrumentation.awssdk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Frames of {@code application/vnd.amazon.eventstream} as the service sends them. */
final class EventFrames {
    private EventFrames() {}

    static byte[] event(String type, String json) {
        return frame("event", ":event-type", type, json);
    }

    static byte[] exception(String type, String json) {
        return frame("exception", ":exception-type", type, json);
    }

    private static byte[] frame(String message, String kind, String type, String json) {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        header(headers, ":message-type", message);
        header(headers, kind, type);
        header(headers, ":content-type", "application/json");
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(16 + headers.size() + payload.length);
        frame.putInt(frame.capacity()).putInt(headers.size());
        frame.putInt(checksum(frame)).put(headers.toByteArray()).put(payload);
        frame.putInt(checksum(frame));
        return frame.array();
    }

    private static int checksum(ByteBuffer frame) {
        CRC32 checksum = new CRC32();
        checksum.update(frame.array(), 0, frame.position());
        return (int) checksum.getValue();
    }

    private static void header(ByteArrayOutputStream out, String name, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.write(name.length());
        out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        out.write(7);
        out.write(text.length >> 8);
        out.write(text.length);
        out.writeBytes(text);
    }
}
