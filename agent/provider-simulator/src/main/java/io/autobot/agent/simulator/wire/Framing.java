package io.autobot.agent.simulator.wire;

import io.autobot.agent.simulator.Behaviour;
import java.nio.charset.StandardCharsets;

/** How the parts of a reply become bytes. */
public interface Framing {
    /** Documents as they are: a plain reply. */
    Framing PLAIN = (part, json, index, last, behaviour) -> json;

    /** One document a line. */
    Framing LINES = (part, json, index, last, behaviour) -> Bytes.join(json, Bytes.of("\n"));

    /** One array of all documents, as Gemini streams without {@code alt=sse}. */
    Framing ARRAY = (part, json, index, last, behaviour) ->
            Bytes.join(Bytes.of(index == 0 ? "[" : ",\r\n"), json, Bytes.of(last ? "]" : ""));

    /** Server-sent events. */
    Framing EVENTS = new Sse();

    /** Frames of {@code application/vnd.amazon.eventstream}. */
    Framing AMAZON = (part, json, index, last, behaviour) -> EventStream.frame(part.event(), json);

    /**
     * The bytes of one part.
     *
     * @param part whose event name may be needed
     * @param json the document's text
     * @param index of the part, from 0
     * @param last whether none follows
     * @param behaviour for variants of a framing
     */
    byte[] frame(Part part, byte[] json, int index, boolean last, Behaviour behaviour);

    /** Bytes put together. */
    final class Bytes {
        private Bytes() {}

        /** UTF-8. */
        public static byte[] of(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** One after the other. */
        public static byte[] join(byte[]... parts) {
            int length = 0;
            for (byte[] part : parts) {
                length += part.length;
            }
            byte[] all = new byte[length];
            int at = 0;
            for (byte[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return all;
        }
    }
}
