package io.autobot.agent.instrumentation.httpurlconnection;

import io.autobot.agent.testkit.http.HttpCaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** The JDK's connections. A body is sent at once when it is complete, or as it is written. */
final class UrlConnectionCaller implements HttpCaller {
    private final boolean streaming;

    UrlConnectionCaller(boolean streaming) {
        this.streaming = streaming;
    }

    @Override
    public Reply send(URI uri, byte[] body, Duration patience) throws Exception {
        HttpURLConnection connection = connection(uri, body);
        if (patience != null) {
            connection.setReadTimeout((int) patience.toMillis());
        }
        write(connection, body);
        int status = connection.getResponseCode();
        try (InputStream reply = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return new Reply(status, reply.readAllBytes());
        }
    }

    @Override
    public InputStream open(URI uri, byte[] body) throws Exception {
        HttpURLConnection connection = connection(uri, body);
        write(connection, body);
        return connection.getInputStream();
    }

    @Override
    public Runnable start(URI uri, byte[] body) throws Exception {
        HttpURLConnection connection = connection(uri, body);
        write(connection, body);
        Thread reading = new Thread(() -> {
            try {
                connection.getResponseCode();
            } catch (IOException | RuntimeException expected) {
                // As it was disconnected: the JDK itself trips over its missing connection if that comes between the
                // sending and the reading.
            }
        });
        reading.setDaemon(true);
        reading.start();
        return connection::disconnect;
    }

    private HttpURLConnection connection(URI uri, byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        if (body != null) {
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            if (streaming) {
                connection.setFixedLengthStreamingMode(body.length);
            }
        }
        return connection;
    }

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        if (body != null) {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body, 0, body.length / 2);
                for (int i = body.length / 2; i < Math.min(body.length, body.length / 2 + 3); i++) {
                    out.write(body[i]);
                }
                int rest = Math.min(body.length, body.length / 2 + 3);
                out.write(body, rest, body.length - rest);
            }
        }
    }

    @Override
    public boolean decodes(String encoding) {
        return false;
    }

    /** The library refuses to send such a body again. */
    @Override
    public boolean repeatsPosts() {
        return !streaming;
    }
}
