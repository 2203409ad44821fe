package io.autobot.agent.json;

import java.util.Arrays;

/**
 * Finds values in JSON (RFC 8259) that arrives in pieces cut anywhere. Values that nobody wants are passed over without
 * being kept, however long or deep they are, so memory is constant: a key, the value being read, and a place for each
 * wanted level. Several documents may follow each other. Bytes that are no JSON silence the scanner until
 * {@link #reset}; it never throws for what it reads. For one thread at a time.
 */
public final class JsonScanner {
    /** How much of a string, a number or a key is kept. */
    public static final int KEPT = 512;

    /** What nearly all values that are wanted fit into: models, counts, reasons. */
    private static final int KEPT_AT_FIRST = 48;

    private static final int MAX_KEY = 64;
    private static final int MAX_LEVELS = 16;

    private enum State {
        VALUE,
        FIRST_ELEMENT,
        FIRST_KEY,
        NEXT_KEY,
        KEY,
        COLON,
        AFTER,
        TEXT,
        SCALAR,
        SKIP,
        BROKEN
    }

    private enum Escape {
        NONE,
        BACKSLASH,
        UNICODE
    }

    private final JsonPaths paths;
    private final JsonListener listener;

    private final int[] nodes = new int[MAX_LEVELS];
    private final boolean[] arrays = new boolean[MAX_LEVELS];
    private final byte[] key = new byte[MAX_KEY];
    private byte[] kept = new byte[KEPT_AT_FIRST];

    private State state = State.VALUE;
    private Escape escape = Escape.NONE;
    private int level;
    private int node;
    private int keyLength;
    private int keptLength;

    /** Of what is passed over: open brackets, and whether a string is open. */
    private int skipped;

    private boolean inSkippedText;
    private boolean afterBackslash;

    private int unicode;
    private int unicodeDigits;
    private char highSurrogate;

    /** A scanner at the start of a document. */
    public JsonScanner(JsonPaths paths, JsonListener listener) {
        this.paths = paths;
        this.listener = listener;
    }

    /** What comes next begins a new document, whatever came before. */
    public void reset() {
        state = State.VALUE;
        escape = Escape.NONE;
        level = 0;
        node = JsonPaths.root();
        keptLength = 0;
        inSkippedText = false;
        afterBackslash = false;
        highSurrogate = 0;
    }

    /** Whether what came was no JSON. */
    public boolean isBroken() {
        return state == State.BROKEN;
    }

    /** Whether a document has begun and is not complete. */
    public boolean isWithinDocument() {
        return level > 0 || state != State.VALUE;
    }

    /** Reads the next bytes, from an index up to but without another. */
    public void accept(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            switch (state) {
                case SKIP:
                    at = skip(bytes, at, to);
                    break;
                case TEXT:
                case KEY:
                    at = text(bytes, at, to);
                    break;
                case SCALAR:
                    at = scalar(bytes, at, to);
                    break;
                case BROKEN:
                    return;
                default:
                    structure(bytes[at++]);
            }
        }
    }

    /** The input ends: a bare number at the root has no other end. */
    public void finish() {
        if (state == State.SCALAR) {
            endScalar();
        }
    }

    private void structure(byte b) {
        if (b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0x1e) {
            return;
        }
        switch (state) {
            case FIRST_ELEMENT:
                if (b == ']') {
                    close();
                    return;
                }
                value(b);
                return;
            case VALUE:
                value(b);
                return;
            case FIRST_KEY:
                if (b == '}') {
                    close();
                    return;
                }
                beginKey(b);
                return;
            case NEXT_KEY:
                beginKey(b);
                return;
            case COLON:
                state = b == ':' ? State.VALUE : State.BROKEN;
                return;
            default:
                afterValue(b);
        }
    }

    private void beginKey(byte b) {
        if (b == '"') {
            keyLength = 0;
            state = State.KEY;
        } else {
            state = State.BROKEN;
        }
    }

    private void afterValue(byte b) {
        boolean array = arrays[level - 1];
        if (b == ',') {
            state = array ? State.VALUE : State.NEXT_KEY;
            node = array ? paths.element(nodes[level - 1]) : node;
        } else if (b == (array ? ']' : '}')) {
            close();
        } else {
            state = State.BROKEN;
        }
    }

    private void value(byte b) {
        if (b == '{' || b == '[') {
            open(b == '[');
        } else if (b == '"') {
            keptLength = 0;
            if (node == JsonPaths.NONE || paths.leaf(node) == JsonPaths.NONE) {
                skipped = 0;
                inSkippedText = true;
                afterBackslash = false;
                state = State.SKIP;
            } else {
                state = State.TEXT;
            }
        } else if (b == '-' || b >= '0' && b <= '9' || b == 't' || b == 'f' || b == 'n') {
            keptLength = 0;
            keep(b);
            state = State.SCALAR;
        } else if (level > 0 || b != (byte) 0xef && b != (byte) 0xbb && b != (byte) 0xbf) {
            // At the root those are a byte order mark.
            state = State.BROKEN;
        }
    }

    private void open(boolean array) {
        if (node == JsonPaths.NONE) {
            skipped = 1;
            inSkippedText = false;
            afterBackslash = false;
            state = State.SKIP;
            return;
        }
        int leaf = paths.leaf(node);
        if (leaf != JsonPaths.NONE) {
            listener.container(leaf);
        }
        if (level == MAX_LEVELS) {
            state = State.BROKEN;
            return;
        }
        nodes[level] = node;
        arrays[level] = array;
        level++;
        node = array ? paths.element(node) : JsonPaths.NONE;
        state = array ? State.FIRST_ELEMENT : State.FIRST_KEY;
    }

    private void close() {
        level--;
        valueEnd();
    }

    private void valueEnd() {
        if (level == 0) {
            state = State.VALUE;
            node = JsonPaths.root();
            listener.documentEnd();
        } else {
            state = State.AFTER;
        }
    }

    /** Passes over a value nobody wants: a string, or all up to the bracket that closes it. */
    private int skip(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (inSkippedText) {
                at = skipText(bytes, at, to);
                if (inSkippedText) {
                    return at;
                }
                if (skipped == 0) {
                    valueEnd();
                    return at;
                }
            } else {
                byte b = bytes[at++];
                if (b == '"') {
                    inSkippedText = true;
                } else if (b == '{' || b == '[') {
                    skipped++;
                } else if ((b == '}' || b == ']') && --skipped == 0) {
                    valueEnd();
                    return at;
                }
            }
        }
        return at;
    }

    /** Passes over a string, or what there is of it. */
    private int skipText(byte[] bytes, int from, int to) {
        int at = from;
        if (afterBackslash) {
            afterBackslash = false;
            at++;
        }
        while (at < to) {
            byte b = bytes[at++];
            if (b == '"') {
                inSkippedText = false;
                return at;
            }
            if (b == '\\') {
                at++;
            }
        }
        afterBackslash = at > to;
        return to;
    }

    private int text(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (escape == Escape.NONE) {
                int end = at;
                while (end < to && bytes[end] != '"' && bytes[end] != '\\') {
                    end++;
                }
                keep(bytes, at, end);
                if (end == to) {
                    return to;
                }
                at = end + 1;
                if (bytes[end] == '"') {
                    endText();
                    return at;
                }
                escape = Escape.BACKSLASH;
            } else if (escape == Escape.BACKSLASH) {
                unescape(bytes[at++]);
            } else {
                unicodeDigit(bytes[at++]);
                if (state == State.BROKEN) {
                    return to;
                }
            }
        }
        return at;
    }

    private void unescape(byte b) {
        escape = Escape.NONE;
        switch (b) {
            case 'n' -> keep((byte) '\n');
            case 't' -> keep((byte) '\t');
            case 'r' -> keep((byte) '\r');
            case 'b' -> keep((byte) '\b');
            case 'f' -> keep((byte) '\f');
            case 'u' -> {
                escape = Escape.UNICODE;
                unicode = 0;
                unicodeDigits = 0;
            }
            default -> keep(b);
        }
    }

    private void unicodeDigit(byte b) {
        int digit = Character.digit(b, 16);
        if (digit < 0) {
            state = State.BROKEN;
            return;
        }
        unicode = unicode << 4 | digit;
        if (++unicodeDigits == 4) {
            escape = Escape.NONE;
            character((char) unicode);
        }
    }

    private void character(char c) {
        if (Character.isHighSurrogate(c)) {
            highSurrogate = c;
            return;
        }
        int point = Character.isLowSurrogate(c) && highSurrogate != 0 ? Character.toCodePoint(highSurrogate, c) : c;
        highSurrogate = 0;
        if (point < 0x80) {
            keep((byte) point);
        } else if (point < 0x800) {
            keep((byte) (0xc0 | point >> 6));
            keep((byte) (0x80 | point & 0x3f));
        } else if (point < 0x10000) {
            keep((byte) (0xe0 | point >> 12));
            keep((byte) (0x80 | point >> 6 & 0x3f));
            keep((byte) (0x80 | point & 0x3f));
        } else {
            keep((byte) (0xf0 | point >> 18));
            keep((byte) (0x80 | point >> 12 & 0x3f));
            keep((byte) (0x80 | point >> 6 & 0x3f));
            keep((byte) (0x80 | point & 0x3f));
        }
    }

    /** As for each of them. */
    private void keep(byte[] bytes, int from, int to) {
        int length = to - from;
        if (state == State.KEY && length <= MAX_KEY - keyLength) {
            System.arraycopy(bytes, from, key, keyLength, length);
            keyLength += length;
        } else if (state == State.TEXT && length <= KEPT - keptLength) {
            makeRoom(length);
            System.arraycopy(bytes, from, kept, keptLength, length);
            keptLength += length;
        } else {
            for (int at = from; at < to; at++) {
                keep(bytes[at]);
            }
        }
    }

    private void keep(byte b) {
        if (state == State.KEY) {
            if (keyLength < MAX_KEY) {
                key[keyLength] = b;
            }
            // Counted on, so that a longer key is never taken for its beginning.
            keyLength += keyLength <= MAX_KEY ? 1 : 0;
            return;
        }
        if (keptLength == KEPT && state == State.TEXT && paths.streamed(node)) {
            listener.part(paths.leaf(node), kept, keptLength);
            keptLength = 0;
        }
        if (keptLength < KEPT) {
            makeRoom(1);
            kept[keptLength++] = b;
        }
    }

    private void makeRoom(int more) {
        if (kept.length - keptLength < more) {
            kept = Arrays.copyOf(kept, Math.min(KEPT, Math.max(2 * kept.length, keptLength + more)));
        }
    }

    private void endText() {
        if (state == State.KEY) {
            node = keyLength > MAX_KEY ? JsonPaths.NONE : paths.member(nodes[level - 1], key, keyLength);
            state = State.COLON;
        } else {
            listener.text(paths.leaf(node), kept, keptLength);
            valueEnd();
        }
    }

    private int scalar(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b == ',' || b == '}' || b == ']' || b == ' ' || b == '\n' || b == '\r' || b == '\t') {
                endScalar();
                return at;
            }
            keep(b);
            at++;
        }
        return at;
    }

    private void endScalar() {
        int leaf = node == JsonPaths.NONE ? JsonPaths.NONE : paths.leaf(node);
        if (leaf != JsonPaths.NONE) {
            switch (kept[0]) {
                case 't' -> listener.truth(leaf, true);
                case 'f' -> listener.truth(leaf, false);
                case 'n' -> listener.nothing(leaf);
                default -> listener.number(leaf, kept, keptLength);
            }
        }
        valueEnd();
    }
}
