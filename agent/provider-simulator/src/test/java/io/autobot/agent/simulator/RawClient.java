package io.autobot.agent.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The smallest client: bytes in, bytes out, and another JSON parser than the simulator's. */
final class RawClient {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;

    RawClient(HttpClient.Version version) {
        this(HttpClient.newBuilder().version(version));
    }

    RawClient(HttpClient.Builder builder) {
        http = builder.connectTimeout(Duration.ofSeconds(20)).build();
    }

    HttpResponse<byte[]> post(String url, String body, String... headers) {
        return send("POST", url, body, HttpResponse.BodyHandlers.ofByteArray(), headers);
    }

    HttpResponse<byte[]> get(String url) {
        return send("GET", url, "", HttpResponse.BodyHandlers.ofByteArray());
    }

    <T> HttpResponse<T> send(
            String method, String url, String body, HttpResponse.BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpClient http() {
        return http;
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    /** The documents of a body: of events, of lines, of an array, or the one there is. */
    static List<JsonNode> documents(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("content-type").orElse("");
        List<JsonNode> documents = new ArrayList<>();
        if (type.startsWith("text/event-stream")) {
            for (String event : text(response).split("\n\n")) {
                String data = event.substring(event.indexOf("data: ") + "data: ".length());
                if (!data.equals("[DONE]")) {
                    documents.add(json(data));
                }
            }
        } else if (type.contains("ndjson") || type.contains("stream+json")) {
            text(response).lines().forEach(line -> documents.add(json(line)));
        } else if (type.contains("amazon.eventstream")) {
            EventStreamReader.read(response.body()).forEach(frame -> documents.add(json(frame.payload())));
        } else {
            JsonNode whole = json(text(response));
            if (whole.isArray()) {
                whole.forEach(documents::add);
            } else {
                documents.add(whole);
            }
        }
        return documents;
    }
}
