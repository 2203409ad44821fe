package io.autobot.agent.simulator.wire;

import io.autobot.agent.simulator.Behaviour;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events, with all liberties that the format allows: three line ends, comments, data over several lines, a
 * byte order mark.
 */
final class Sse implements Framing {
    @Override
    public byte[] frame(Part part, byte[] json, int index, boolean last, Behaviour behaviour) {
        // Latin-1 keeps every byte, also those that are no UTF-8.
        String data = new String(json, StandardCharsets.ISO_8859_1);
        StringBuilder event = new StringBuilder();
        if (index == 0 && behaviour.has("bom")) {
            event.append("\u00ef\u00bb\u00bf");
        }
        if (behaviour.has("comments")) {
            event.append(": {\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}\n:\n");
        }
        if (part.event() != null) {
            event.append("event: ").append(part.event()).append('\n');
        }
        if (behaviour.has("multiline") && data.startsWith("{")) {
            data = "{\n" + data.substring(1, data.length() - 1) + "\n}";
        }
        event.append("data: ").append(data.replace("\n", "\ndata: ")).append("\n\n");
        String text = event.toString();
        if (behaviour.has("crlf")) {
            text = text.replace("\n", "\r\n");
        } else if (behaviour.has("cr")) {
            text = text.replace('\n', '\r');
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
