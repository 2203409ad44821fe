package io.autobot.agent.framing;

import io.autobot.agent.http.ByteSink;
import io.autobot.agent.json.JsonScanner;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events (WHATWG HTML, section 9.2) whose data is JSON: the data of each event is one document. Other
 * fields and comments are passed over; lines end with CR, LF or both and may be of any length.
 */
public final class ServerSentEvents implements ByteSink {
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);

    private enum State {
        FIELD,
        SPACE,
        VALUE,
        OTHER
    }

    private static final byte[] LINE_END = {'\n'};

    private final JsonScanner scanner;
    private State state = State.FIELD;
    private int fieldLength;
    private boolean isData = true;
    private boolean afterReturn;

    /** Feeds the data of each event to the scanner. */
    public ServerSentEvents(JsonScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public void bytes(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b == '\n' && afterReturn) {
                afterReturn = false;
                at++;
                continue;
            }
            afterReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                lineEnd();
                at++;
            } else if (state == State.VALUE) {
                at = value(bytes, at, to);
            } else {
                at = beforeValue(b, at);
            }
        }
    }

    private int beforeValue(byte b, int at) {
        if (state == State.SPACE) {
            state = State.VALUE;
            return b == ' ' ? at + 1 : at;
        }
        if (state == State.FIELD) {
            if (b == ':') {
                state = isData && fieldLength == DATA.length ? State.SPACE : State.OTHER;
            } else if (b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf) {
                // A byte order mark before the first field.
                return at + 1;
            } else {
                isData &= fieldLength < DATA.length && b == DATA[fieldLength];
                fieldLength++;
            }
        }
        return at + 1;
    }

    private int value(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        scanner.accept(bytes, from, end);
        return end;
    }

    private void lineEnd() {
        if (state == State.FIELD && fieldLength == 0) {
            scanner.finish();
            scanner.reset();
        } else if (state == State.VALUE) {
            // Lines of data are joined by a line end.
            scanner.accept(LINE_END, 0, 1);
        }
        state = State.FIELD;
        fieldLength = 0;
        isData = true;
    }

    /** An event without its empty line is not dispatched, but its document may be complete all the same. */
    @Override
    public void end() {
        scanner.finish();
    }
}
