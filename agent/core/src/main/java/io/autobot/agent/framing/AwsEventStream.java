package io.autobot.agent.framing;

import io.autobot.agent.http.ByteSink;
import io.autobot.agent.json.JsonScanner;
import java.nio.charset.StandardCharsets;

/**
 * Frames of {@code application/vnd.amazon.eventstream} whose payload is JSON: total length, length of the headers,
 * checksum (4 bytes each), headers (length of the name, name, type, value), payload, checksum. Checksums are the
 * application's to check. What cannot be a frame ends the reading.
 */
public final class AwsEventStream implements ByteSink {
    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;

    /** The format's own limit is 16 MiB and 128 KiB. */
    private static final long MAX_FRAME = 24L << 20;

    private static final int MAX_TEXT = 128;
    private static final int TYPE_BYTES = 6;
    private static final int TYPE_STRING = 7;

    /** The lengths of values by their type, as far as they are fixed: booleans, byte, short, int, long; timestamp, UUID. */
    private static final int[] FIXED = {0, 0, 1, 2, 4, 8, -1, -1, 8, 16};

    /** Told of the frames that are no events. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A frame that says what went wrong begins; its payload follows.
         *
         * @param type {@code :exception-type}, for example {@code throttlingException}, or the code of an error frame
         */
        void exception(String type);
    }

    private enum State {
        PRELUDE,
        NAME_LENGTH,
        NAME,
        TYPE,
        VALUE_LENGTH,
        VALUE,
        PAYLOAD,
        CHECKSUM,
        BROKEN
    }

    private final JsonScanner scanner;
    private final Listener listener;
    private final byte[] name = new byte[MAX_TEXT];
    private final byte[] value = new byte[MAX_TEXT];
    private State state = State.PRELUDE;
    private int count;
    private long number;
    private long payload;
    private long headers;
    private int nameLength;
    private int valueLength;
    private int type;

    /** Feeds the payload of each frame to the scanner as a document. */
    public AwsEventStream(JsonScanner scanner, Listener listener) {
        this.scanner = scanner;
        this.listener = listener;
    }

    @Override
    public void bytes(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && state != State.BROKEN) {
            if (state == State.PAYLOAD) {
                int length = (int) Math.min(payload, to - at);
                scanner.accept(bytes, at, at + length);
                at += length;
                payload -= length;
                if (payload == 0) {
                    scanner.finish();
                    enter(State.CHECKSUM);
                }
            } else {
                one(bytes[at++] & 0xff);
            }
        }
    }

    private void enter(State next) {
        state = next;
        count = 0;
        number = 0;
    }

    private void one(int b) {
        if (state != State.PRELUDE && state != State.CHECKSUM) {
            headers--;
        }
        switch (state) {
            case PRELUDE -> prelude(b);
            case NAME_LENGTH -> {
                enter(State.NAME);
                nameLength = b;
                if (b == 0) {
                    state = State.BROKEN;
                }
            }
            case NAME -> {
                keep(name, b);
                if (count == nameLength) {
                    enter(State.TYPE);
                }
            }
            case TYPE -> type(b);
            case VALUE_LENGTH -> {
                number = number << 8 | b;
                if (++count == 2) {
                    beginValue((int) number);
                }
            }
            case VALUE -> {
                keep(value, b);
                if (count == valueLength) {
                    header();
                }
            }
            default -> {
                if (++count == CHECKSUM) {
                    enter(State.PRELUDE);
                }
            }
        }
    }

    private void keep(byte[] kept, int b) {
        if (count < MAX_TEXT) {
            kept[count] = (byte) b;
        }
        count++;
    }

    private void prelude(int b) {
        number = number << 8 | b;
        if (++count == 4) {
            payload = number;
            number = 0;
        } else if (count == 8) {
            headers = number;
        } else if (count == PRELUDE) {
            payload -= PRELUDE + headers + CHECKSUM;
            scanner.reset();
            if (payload < 0 || payload > MAX_FRAME) {
                state = State.BROKEN;
            } else {
                nextHeader();
            }
        }
    }

    private void nextHeader() {
        if (headers > 0) {
            enter(State.NAME_LENGTH);
        } else if (headers < 0) {
            state = State.BROKEN;
        } else {
            enter(payload > 0 ? State.PAYLOAD : State.CHECKSUM);
        }
    }

    private void type(int b) {
        type = b;
        if (b == TYPE_STRING || b == TYPE_BYTES) {
            enter(State.VALUE_LENGTH);
        } else if (b < FIXED.length) {
            beginValue(FIXED[b]);
        } else {
            state = State.BROKEN;
        }
    }

    private void beginValue(int length) {
        enter(State.VALUE);
        valueLength = length;
        if (length == 0) {
            header();
        }
    }

    private void header() {
        if (type == TYPE_STRING && (isNamed(":exception-type") || isNamed(":error-code"))) {
            listener.exception(text(value, Math.min(valueLength, MAX_TEXT)));
        }
        nextHeader();
    }

    private boolean isNamed(String wanted) {
        if (wanted.length() != nameLength) {
            return false;
        }
        for (int i = 0; i < nameLength; i++) {
            if (name[i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
