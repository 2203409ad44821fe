package io.autobot.agent.endpoint;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A whole answer. It is complete before its first byte is sent, so that a failure on the way becomes a clean 500
 * instead of half a body.
 */
record Response(int status, Map<String, String> headers, byte[] body) {
    /** The server copies what it is given at once into a buffer of twice that size: megabytes for a whole scrape. */
    private static final int PIECE = 32 * 1_024;

    private static final String TEXT = "text/plain; charset=utf-8";

    static Response of(int status, String type, String body) {
        return new Response(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    static Response text(int status, String line) {
        return of(status, TEXT, line + "\n");
    }

    static Response text(int status, String line, String header, String value) {
        byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
        return new Response(status, Map.of("Content-Type", TEXT, header, value), body);
    }

    /** Sends the answer; the body is left out for HEAD, its length is not. */
    void send(HttpExchange exchange) throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            // Any other length makes the server log a warning through the application's logging.
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        // A length of 0 would mean "chunked" to this server.
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                for (int at = 0; at < body.length; at += PIECE) {
                    out.write(body, at, Math.min(PIECE, body.length - at));
                }
            }
        }
    }
}
