package io.autobot.agent.llm;

import io.autobot.agent.json.JsonListener;
import io.autobot.agent.json.JsonPaths;
import io.autobot.agent.json.JsonScanner;
import java.io.IOException;
import java.util.Locale;

/**
 * Reads the reply of HTTP/1.1 to {@link OllamaServer#request} as it arrives, and keeps no more of it than a line of its
 * head. It is over with the end of its document, whatever says how long the body is. For one thread.
 */
final class OllamaReply implements JsonListener {
    private static final int MODELS = 0;
    private static final int MODEL = 1;
    private static final JsonPaths PATHS = new JsonPaths.Builder()
            .want(MODELS, "models")
            .want(MODEL, "models[]")
            .build();

    private static final int OK = 200;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MOST_OF_A_LINE = 256;

    private enum Part {
        STATUS,
        HEADERS,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        BODY
    }

    private final JsonScanner json = new JsonScanner(PATHS, this);
    private final StringBuilder line = new StringBuilder();
    private Part part = Part.STATUS;
    private int status;
    private boolean chunked;
    private long left;
    private boolean complete;
    private boolean over;
    private int models = OllamaServer.UNKNOWN;

    /** The next bytes. */
    void accept(byte[] bytes, int length) {
        int at = 0;
        while (at < length && !over) {
            if (part == Part.BODY || part == Part.CHUNK) {
                int end = part == Part.BODY ? length : (int) Math.min(length, at + left);
                json.accept(bytes, at, end);
                over |= json.isBroken();
                left -= end - at;
                at = end;
                if (part == Part.CHUNK && left == 0) {
                    part = Part.CHUNK_END;
                }
            } else {
                head(bytes[at++]);
            }
        }
    }

    private void head(byte b) {
        if (b != '\n') {
            if (b != '\r' && line.length() < MOST_OF_A_LINE) {
                line.append((char) (b & 0xff));
            }
            return;
        }
        String text = line.toString();
        line.setLength(0);
        switch (part) {
            case STATUS -> {
                status = number(text.startsWith("HTTP/1.") && text.length() >= 12 ? text.substring(9, 12) : "", 10);
                over = status != OK;
                part = Part.HEADERS;
            }
            case HEADERS -> {
                String lower = text.toLowerCase(Locale.ROOT);
                chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
                if (text.isEmpty()) {
                    part = chunked ? Part.CHUNK_SIZE : Part.BODY;
                }
            }
            case CHUNK_END -> part = Part.CHUNK_SIZE;
            default -> {
                int extension = text.indexOf(';');
                left = number((extension < 0 ? text : text.substring(0, extension)).trim(), 16);
                over = left <= 0;
                part = Part.CHUNK;
            }
        }
    }

    /** Negative for what is none. */
    private static int number(String text, int radix) {
        try {
            return Integer.parseInt(text, radix);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    @Override
    public void container(int leaf) {
        models = leaf == MODELS ? 0 : models + 1;
    }

    @Override
    public void nothing(int leaf) {
        models = leaf == MODELS ? 0 : models;
    }

    @Override
    public void documentEnd() {
        complete = true;
        over = true;
    }

    /** Whether nothing more need be read. */
    boolean isOver() {
        return over;
    }

    /**
     * How many models it names, {@link OllamaServer#UNKNOWN} if it is the answer of something else.
     *
     * @throws IOException if the server cannot tell now
     */
    int loaded() throws IOException {
        if (status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS) {
            throw new IOException("status " + status);
        }
        return complete ? models : OllamaServer.UNKNOWN;
    }
}
