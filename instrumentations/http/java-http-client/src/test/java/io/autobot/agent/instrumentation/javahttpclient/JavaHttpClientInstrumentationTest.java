package io.autobot.agent.instrumentation.javahttpclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.RecordedExchange;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the peer sent and got is what the agent saw and what the application has. */
class JavaHttpClientInstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new JavaHttpClientInstrumentation()).recording(seen);

    private final HttpPeer peer = HttpPeer.start();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

    @AfterEach
    void stop() {
        peer.close();
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(peer.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void aCall() throws Exception {
        HttpResponse<String> reply =
                client.send(post("/claimed/echo", "{\"a\":1}").build(), BodyHandlers.ofString());

        assertThat(reply.body()).isEqualTo("{\"a\":1}");
        RecordedExchange exchange = seen.only();
        assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.host()).isEqualTo("localhost");
        assertThat(exchange.port()).isEqualTo(peer.port());
        assertThat(exchange.path()).isEqualTo("/claimed/echo");
        assertThat(exchange.requestContentType()).isEqualTo("application/json");
        assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("content-type")).isEqualTo("application/json");
        assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(exchange.isResponseWhole()).isTrue();
    }

    @Test
    void anUnclaimedCallIsLeftAlone() throws Exception {
        HttpRequest request = post("/echo", "x").build();
        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("x");
        assertThat(seen.asked()).isEqualTo(1);
        assertThat(seen.exchanges()).isEmpty();
    }

    @Test
    void everyBodyHandler(@TempDir Path folder) throws Exception {
        String body = "line one\nline two\n".repeat(5_000);
        HttpRequest request = post("/claimed/echo", body).build();
        Path file = folder.resolve("body");

        assertThat(client.send(request, BodyHandlers.ofByteArray()).body()).isEqualTo(body.getBytes(UTF_8));
        assertThat(client.send(request, BodyHandlers.ofFile(file)).body()).hasContent(body);
        assertThat(Files.readString(file)).isEqualTo(body);
        try (InputStream stream =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(stream.readAllBytes()).isEqualTo(body.getBytes(UTF_8));
        }
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            assertThat(lines.count()).isEqualTo(10_000);
        }
        assertThat(client.send(request, BodyHandlers.discarding()).body()).isNull();
        assertThat(client.send(request, BodyHandlers.replacing("mine")).body()).isEqualTo("mine");

        assertThat(seen.exchanges()).hasSize(6);
        for (RecordedExchange exchange : seen.exchanges()) {
            assertThat(exchange.awaitEnd().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.responseBytes()).isEqualTo(body.getBytes(UTF_8));
        }
    }

    @Test
    void asynchronousWithAStream() throws Exception {
        CompletableFuture<HttpResponse<InputStream>> future =
                client.sendAsync(post("/claimed/gated?parts=3", "{}").build(), BodyHandlers.ofInputStream());
        InputStream stream = future.get().body();
        for (int part = 0; part < 3; part++) {
            peer.openGate();
            assertThat(stream.readNBytes(HttpPeer.PART.length()))
                    .asString(UTF_8)
                    .isEqualTo(HttpPeer.PART);
            assertThat(seen.exchanges().get(0).isOver()).isFalse();
        }
        peer.openGate();
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        assertThat(seen.only().responseParts()).isEqualTo(3);
    }

    @Test
    void redirectsAreOneExchange() throws Exception {
        HttpRequest request =
                post("/claimed/redirect?status=307&to=/claimed/echo", "again").build();
        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("again");
        RecordedExchange exchange = seen.only();
        assertThat(exchange.requests()).isEqualTo(2);
        assertThat(exchange.heads()).isEqualTo(1);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo("again");
    }

    @Test
    void encodedBodiesReachTheApplicationAsTheyCame() throws Exception {
        for (String encoding : new String[] {"gzip", "deflate"}) {
            HttpResponse<byte[]> reply = client.send(
                    post("/claimed/encoded?encoding=" + encoding, "packed ".repeat(1_000))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(reply.body()).isEqualTo(peer.lastSent());
            assertThat(seen.only().responseBytes()).asString(UTF_8).isEqualTo("packed ".repeat(1_000));
            seen.clear();
        }
        client.send(post("/claimed/encoded?encoding=br", "x").build(), BodyHandlers.ofByteArray());
        assertThat(seen.only().isOpaque()).isTrue();
        assertThat(seen.only().responseBytes()).isEmpty();
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void refusedAndTimedOutAndCancelled() throws Exception {
        HttpRequest nowhere =
                HttpRequest.newBuilder(HttpPeer.closedPort("/claimed/x")).GET().build();
        assertThatThrownBy(() -> client.send(nowhere, BodyHandlers.ofString())).isInstanceOf(ConnectException.class);
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().status()).isZero();
        seen.clear();

        HttpRequest slow =
                post("/claimed/silent", "{}").timeout(Duration.ofMillis(200)).build();
        assertThatThrownBy(() -> client.send(slow, BodyHandlers.ofString())).isInstanceOf(HttpTimeoutException.class);
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().failure()).hasStackTraceContaining("HttpTimeoutException");
        seen.clear();

        CompletableFuture<HttpResponse<String>> future =
                client.sendAsync(post("/claimed/silent", "{}").build(), BodyHandlers.ofString());
        peer.awaitSilent();
        future.cancel(true);
        assertThat(seen.only().ending()).as(() -> "" + seen.only().failure()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    void aStreamTheApplicationCloses() throws Exception {
        InputStream stream = client.send(post("/claimed/gated?parts=100", "{}").build(), BodyHandlers.ofInputStream())
                .body();
        peer.openGate();
        assertThat(stream.readNBytes(HttpPeer.PART.length())).hasSize(HttpPeer.PART.length());
        stream.close();
        assertThat(seen.only().ending()).isEqualTo(Ending.CANCELLED);
        assertThat(seen.only().isResponseWhole()).isFalse();
    }

    @Test
    void aReplyThatBreaksOff() {
        assertThatThrownBy(() -> client.send(post("/claimed/broken", "{}").build(), BodyHandlers.ofString()))
                .isInstanceOf(java.io.IOException.class);
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(seen.only().status()).isEqualTo(200);
    }

    @Test
    void withoutABodyEitherWay() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(peer.uri("/claimed/empty")).GET().build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        assertThat(seen.only().requests()).isZero();
        assertThat(seen.only().status()).isEqualTo(204);
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
    }
}
