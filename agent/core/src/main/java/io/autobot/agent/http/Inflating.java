package io.autobot.agent.http;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Sees through gzip (RFC 1952, members one after another) and deflate (RFC 1950, and the bare RFC 1951 that some servers
 * send) as the bytes arrive. Broken data ends the reading without a word: the application will be told by its own
 * library. Holds zlib's window of 32 KiB until the end, or until it is collected.
 */
final class Inflating implements ByteSink {
    private static final int CHUNK = 2048;

    /** Zeros make a thousand times more than what carries them; past this nobody reads on. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int TRAILER = 8;

    private static final int FHCRC = 2;
    private static final int FEXTRA = 4;
    private static final int FNAME = 8;
    private static final int FCOMMENT = 16;

    private enum State {
        GZIP_HEAD,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        HEAD_CHECKSUM,
        DEFLATE_HEAD,
        DATA,
        TRAILER,
        OVER
    }

    private final ByteSink reader;
    private final boolean gzip;
    private final byte[] out = new byte[CHUNK];
    private State state;
    private Inflater inflater;
    private int count;
    private int flags;
    private int extra;
    private long produced;

    private Inflating(ByteSink reader, boolean gzip) {
        this.reader = reader;
        this.gzip = gzip;
        this.state = gzip ? State.GZIP_HEAD : State.DEFLATE_HEAD;
    }

    static ByteSink gzip(ByteSink reader) {
        return new Inflating(reader, true);
    }

    static ByteSink deflate(ByteSink reader) {
        return new Inflating(reader, false);
    }

    @Override
    public void bytes(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && state != State.OVER) {
            at = switch (state) {
                case DATA -> data(bytes, at, to);
                case DEFLATE_HEAD -> deflateHead(bytes, at);
                default -> {
                    head(bytes[at] & 0xff);
                    yield at + 1;
                }
            };
        }
    }

    /** Some servers leave out the head of RFC 1950: its first byte says compression method 8 in its lower half. */
    private int deflateHead(byte[] bytes, int at) {
        start((bytes[at] & 0x0f) != 8);
        return at;
    }

    private void start(boolean bare) {
        inflater = new Inflater(bare);
        state = State.DATA;
    }

    private void head(int b) {
        switch (state) {
            case GZIP_HEAD -> gzipHead(b);
            case EXTRA_LENGTH -> {
                extra |= b << 8 * count++;
                if (count == 2) {
                    state = State.EXTRA;
                    skipExtra(0);
                }
            }
            case EXTRA -> skipExtra(1);
            case NAME, COMMENT -> {
                if (b == 0) {
                    nextPart();
                }
            }
            case HEAD_CHECKSUM -> {
                if (++count == 2) {
                    start(true);
                }
            }
            default -> {
                if (++count == TRAILER) {
                    count = 0;
                    state = State.GZIP_HEAD;
                }
            }
        }
    }

    private void gzipHead(int b) {
        if (count == 0 && b != 0x1f || count == 1 && b != 0x8b || count == 2 && b != 8) {
            state = State.OVER;
            return;
        }
        if (count == 3) {
            flags = b;
        }
        if (++count == 10) {
            nextPart();
        }
    }

    /** The optional parts of a head, each once and in this order. */
    private void nextPart() {
        count = 0;
        if ((flags & FEXTRA) != 0) {
            flags &= ~FEXTRA;
            extra = 0;
            state = State.EXTRA_LENGTH;
        } else if ((flags & FNAME) != 0) {
            flags &= ~FNAME;
            state = State.NAME;
        } else if ((flags & FCOMMENT) != 0) {
            flags &= ~FCOMMENT;
            state = State.COMMENT;
        } else if ((flags & FHCRC) != 0) {
            flags &= ~FHCRC;
            state = State.HEAD_CHECKSUM;
        } else {
            start(true);
        }
    }

    private void skipExtra(int bytes) {
        extra -= bytes;
        if (extra == 0) {
            nextPart();
        }
    }

    private int data(byte[] bytes, int from, int to) {
        inflater.setInput(bytes, from, to - from);
        try {
            while (!inflater.finished()) {
                int length = inflater.inflate(out, 0, CHUNK);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return to;
                }
                produced += length;
                if (produced > MOST_BYTES) {
                    over();
                    return to;
                }
                reader.bytes(out, 0, length);
            }
        } catch (DataFormatException broken) {
            over();
            return to;
        }
        int left = inflater.getRemaining();
        inflater.end();
        inflater = null;
        count = 0;
        state = gzip ? State.TRAILER : State.OVER;
        return to - left;
    }

    private void over() {
        state = State.OVER;
        inflater.end();
        inflater = null;
    }

    @Override
    public void end() {
        if (inflater != null) {
            over();
        }
        reader.end();
    }
}
