package io.autobot.agent.llm;

import io.autobot.agent.http.ByteSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the field {@code model} in a form (RFC 7578): audio and images are sent so. A part's head is read line by line,
 * its body passed over.
 */
final class MultipartModel implements ByteSink {
    private static final int MAX_LINE = 512;

    private enum State {
        LINE,
        VALUE,
        FOUND
    }

    private final LlmRequest request;
    private final byte[] line = new byte[MAX_LINE];
    private State state = State.LINE;
    private int length;
    private boolean named;

    MultipartModel(LlmRequest request) {
        this.request = request;
    }

    @Override
    public void bytes(byte[] bytes, int from, int to) {
        for (int at = from; at < to && state != State.FOUND; at++) {
            byte b = bytes[at];
            if (b != '\n') {
                // Counted on, so that a longer line is never taken for its beginning.
                if (length < MAX_LINE) {
                    line[length] = b;
                }
                length += length <= MAX_LINE ? 1 : 0;
                continue;
            }
            lineEnd(length > 0 && length <= MAX_LINE && line[length - 1] == '\r' ? length - 1 : length);
            length = 0;
        }
    }

    private void lineEnd(int end) {
        if (state == State.VALUE) {
            if (end <= MAX_LINE) {
                request.named(line, end);
            }
            state = State.FOUND;
        } else if (end == 0) {
            // The head of a part is over. One without the name goes on as lines that are none of ours.
            state = named ? State.VALUE : State.LINE;
        } else if (end <= MAX_LINE && isModel(new String(line, 0, end, StandardCharsets.ISO_8859_1))) {
            named = true;
        } else if (line[0] == '-' && end > 1 && line[1] == '-') {
            named = false;
        }
    }

    private static boolean isModel(String header) {
        return header.regionMatches(true, 0, "content-disposition:", 0, "content-disposition:".length())
                && Arrays.stream(header.split(";")).anyMatch(part -> {
                    String parameter = part.trim();
                    return parameter.equals("name=\"model\"") || parameter.equals("name=model");
                });
    }
}
