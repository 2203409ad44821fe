package io.autobot.agent.framing;

import io.autobot.agent.http.ByteSink;
import io.autobot.agent.json.JsonScanner;

/** A body that is one JSON document, or several one after another with or without line ends (NDJSON). */
public final class JsonBody implements ByteSink {
    private final JsonScanner scanner;
    private final boolean lines;

    private JsonBody(JsonScanner scanner, boolean lines) {
        this.scanner = scanner;
        this.lines = lines;
    }

    /** A body that is one document, or a list of documents as an array. */
    public static ByteSink whole(JsonScanner scanner) {
        return new JsonBody(scanner, false);
    }

    /** A body with a document on each line. A line that is none does not spoil the next. */
    public static ByteSink lines(JsonScanner scanner) {
        return new JsonBody(scanner, true);
    }

    @Override
    public void bytes(byte[] bytes, int from, int to) {
        int at = from;
        while (lines && scanner.isBroken() && at < to) {
            if (bytes[at++] == '\n') {
                scanner.reset();
            }
        }
        if (!lines) {
            scanner.accept(bytes, at, to);
            return;
        }
        for (int end = at; end < to; end++) {
            // JSON text holds no raw line end, so each one ends whatever the line was.
            if (bytes[end] == '\n') {
                scanner.accept(bytes, at, end);
                scanner.finish();
                scanner.reset();
                at = end + 1;
            }
        }
        scanner.accept(bytes, at, to);
    }

    @Override
    public void end() {
        scanner.finish();
    }
}
